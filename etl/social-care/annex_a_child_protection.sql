-- title:   Child protection plans, list 7 of Annex A
-- purpose: How assertions of this dataset become star.fact_cp_plan for the children touched
-- into:    star.fact_cp_plan
-- rules:   the list leaves out temporary plans of another authority
select
    t.person_key, h.authority,
    h.plan_start_date as started, null::date as referred, null::date as conference, h.plan_end_date as ended,
    h.initial_category, h.latest_category, h.previous_plans, false as other_authority, h.allocated_team as team, h.allocated_worker as worker,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.annex_a_child_protection as h on h.child_unique_id = t.identifier and h.authority = t.authority
where {{usable}}
