-- title:   Early help assessments, list 2 of Annex A
-- purpose: How assertions of this dataset become star.fact_early_help for the children touched
-- into:    star.fact_early_help
select
    t.person_key, h.authority,
    h.assessment_start_date as started, h.assessment_completion_date as ended, null::text as reason, null::text as end_reason, h.organisation,
    null::text as worker,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.annex_a_early_help as h on h.child_unique_id = t.identifier and h.authority = t.authority
where {{usable}}
