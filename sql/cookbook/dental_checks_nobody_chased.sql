-- title:   Dental checks that nobody chased
-- purpose: Children in care for a year and more without a dental check in twelve months, with the team to ask.
-- grain:   one row per child
-- inputs:  concepts.children_in_care, concepts.children_as_known, concepts.children_with_team, star.fact_dental_check
-- rules:   a check counts when it was done (status Completed); refused and planned ones are shown, and do not count (formats/agency_extracts.md 1.4)
-- edges:   a child who was never checked comes first
with params as (
    select date '2026-09-30' as on_day
),
in_care as (
    select c.person_key, c.authority, c.since
    from params
    cross join lateral concepts.children_in_care(array[params.on_day]) as c
    where c.since <= params.on_day - interval '12 months'
),
checks as (
    select d.person_key,
        max(d.day) filter (where d.status = 'Completed') as last_done,
        (array_agg(d.status order by d.day desc) filter (where d.status <> 'Completed'))[1] as newest_other,
        max(d.day) filter (where d.status <> 'Completed') as newest_other_day
    from params
    join star.fact_dental_check as d on d.day <= params.on_day
    group by d.person_key
)
select k.child, t.team_name, t.worker, i.since as in_care_since, c.last_done, params.on_day - c.last_done as days_since,
    case when c.newest_other_day > coalesce(c.last_done, date '-infinity') then c.newest_other end as since_then
from params
cross join in_care as i
join concepts.children_as_known(params.on_day) as k on k.person_key = i.person_key and k.authority = i.authority
left join checks as c on c.person_key = i.person_key
left join concepts.children_with_team(array[params.on_day]) as t on t.person_key = i.person_key and t.authority = i.authority
where c.last_done is null or c.last_done <= params.on_day - interval '12 months'
order by c.last_done nulls first, i.since, k.child;
