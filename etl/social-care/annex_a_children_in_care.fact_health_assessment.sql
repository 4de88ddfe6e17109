-- title:   Health assessments, list 8 of Annex A
-- purpose: How assertions of this dataset become star.fact_health_assessment for the children touched: the last one of each child
-- into:    star.fact_health_assessment
select
    t.person_key, h.authority, h.last_health_assessment as day, 'Completed' as status, null::text as kind, null::date as requested,
    null::date as consent_requested, null::date as consent_received, null::date as due, null::date as offered,
    h.last_health_assessment as done, null::date as report_returned, null::text as late_reason, null::text as assessor,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.annex_a_children_in_care as h on h.child_unique_id = t.identifier and h.authority = t.authority
where {{usable}} and h.last_health_assessment is not null
