-- title:   Two agencies, two days: facts that do not agree
-- purpose: The weekly reconciliation: what one agency says happened to a child on one day and another agency on another day close by.
-- grain:   one row per pair of tellings
-- inputs:  star.fact_missing, star.fact_health_assessment, star.fact_dental_check, star.fact_permanence_milestone, ops.dataset,
--          concepts.children_as_known
-- rules:   two tellings are of one event when they come from different agencies close by: absences within three days, checks of health within fourteen,
--          steps to adoption within sixty. Told with the same day they are one fact (design, decision 3) and not here
-- edges:   a child who went missing twice in three days shows here too
with params as (
    select date '2024-10-01' as first_day, date '2026-09-30' as last_day
),
tellings as (
    select m.person_key, case m.missing when 'M' then 'missing' else 'away' end as event, m.mis_start as day, 3 as close_by, m.dataset
    from star.fact_missing as m
    union all
    select a.person_key, 'health assessment', a.done, 14, a.dataset
    from star.fact_health_assessment as a
    where a.status = 'Completed'
    union all
    select d.person_key, 'dental check', d.day, 14, d.dataset
    from star.fact_dental_check as d
    where d.status = 'Completed'
    union all
    select s.person_key, s.milestone, s.reached, 60, s.dataset
    from star.fact_permanence_milestone as s
),
told as (
    select t.person_key, t.event, t.day, t.close_by, d.name as dataset, split_part(d.name, '/', 1) as agency
    from params
    join tellings as t on t.day between params.first_day and params.last_day
    join ops.dataset as d on d.dataset = t.dataset
)
select k.child, a.event, a.agency, a.day, b.agency as other_agency, b.day as other_day, b.day - a.day as days_apart
from params
cross join told as a
join told as b on b.person_key = a.person_key and b.event = a.event and b.agency > a.agency and b.day <> a.day and abs(b.day - a.day) <= a.close_by
join concepts.children_as_known(params.last_day) as k on k.person_key = a.person_key
order by abs(b.day - a.day) desc, k.child, a.event, a.day;
