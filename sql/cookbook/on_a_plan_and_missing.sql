-- title:   On a child protection plan, and missing
-- purpose: Children with a child protection plan who went missing while it was in force, and how often.
-- grain:   one row per child and plan
-- inputs:  star.fact_cp_plan, star.fact_missing, concepts.children_as_known, concepts.children_with_team
-- rules:   counted in the window: the plan was in force on the day the absence began
-- edges:   a child in care with a plan is here too; a plan without an end is in force
with params as (
    select date '2024-10-01' as first_day, date '2026-09-30' as last_day
),
absences as (
    select p.person_key, p.authority, p.started as plan_started, p.latest_category, count(*) as times,
        count(*) filter (where m.missing = 'M') as times_missing, max(m.mis_start) as newest, bool_or(m.mis_end is null) as is_missing_now
    from params
    join star.fact_missing as m on m.mis_start between params.first_day and params.last_day
    join star.fact_cp_plan as p on p.person_key = m.person_key and p.started <= m.mis_start and (p.ended is null or p.ended > m.mis_start)
    group by p.person_key, p.authority, p.started, p.latest_category
)
select k.child, t.team_name, a.plan_started, a.latest_category, a.times, a.times_missing, a.newest, a.is_missing_now
from params
cross join absences as a
join concepts.children_as_known(params.last_day) as k on k.person_key = a.person_key and k.authority = a.authority
left join concepts.children_with_team(array[params.last_day]) as t on t.person_key = a.person_key and t.authority = a.authority
order by a.times desc, k.child;
