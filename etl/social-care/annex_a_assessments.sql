-- title:   Assessments, list 4 of Annex A
-- purpose: How assertions of this dataset become star.fact_assessment for the children touched
-- into:    star.fact_assessment
-- edges:   the list has no factors and no referral
select
    t.person_key, h.authority,
    h.assessment_start_date as started, null::date as referred, null::date as internal_review, h.assessment_authorised as authorised,
    case h.child_seen when '1' then true when '0' then false end as child_seen, not h.requires_support as no_further_action,
    null::text[] as factors, null::text[] as outcomes, h.allocated_team as team, h.allocated_worker as worker,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.annex_a_assessments as h on h.child_unique_id = t.identifier and h.authority = t.authority
where {{usable}}
