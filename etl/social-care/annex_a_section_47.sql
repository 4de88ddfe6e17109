-- title:   Section 47 enquiries, list 5 of Annex A
-- purpose: How assertions of this dataset become star.fact_section_47_enquiry for the children touched
-- into:    star.fact_section_47_enquiry
-- edges:   the list does not say when an enquiry was completed
select
    t.person_key, h.authority,
    h.enquiry_start_date as started, null::date as referred, null::date as ended, null::boolean as no_further_action,
    h.conference_unnecessary as conference_not_required, null::date as conference_target, h.conference_date as conference,
    null::text[] as outcomes, h.allocated_team as team, h.allocated_worker as worker,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.annex_a_section_47 as h on h.child_unique_id = t.identifier and h.authority = t.authority
where {{usable}}
