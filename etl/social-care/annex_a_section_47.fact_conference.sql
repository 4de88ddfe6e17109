-- title:   Initial child protection conferences, list 5 of Annex A
-- purpose: How assertions of this dataset become star.fact_conference for the children touched
-- into:    star.fact_conference
select
    t.person_key, h.authority,
    h.conference_date as held, null::date as referred, h.enquiry_start_date as section_47_started, null::boolean as transfer_in,
    null::date as target, case h.conference_made_plan when '1' then true when '0' then false end as plan_made,
    null::text as meeting, null::text[] as outcomes, h.allocated_team as team, h.allocated_worker as worker,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.annex_a_section_47 as h on h.child_unique_id = t.identifier and h.authority = t.authority
where {{usable}} and h.conference_date is not null
