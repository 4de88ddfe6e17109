-- title:   Missing from school and missing from home in the same week
-- purpose: Children in care whom neither school nor carer could find: the weeks in which a child was away from both without leave.
-- grain:   one row per child and week
-- inputs:  star.fact_attendance, star.fact_missing, concepts.children_as_known, concepts.children_with_team
-- rules:   a week is Monday to Sunday. From school: a session of unauthorised absence. From home: missing (M) or away without authorisation (A) on a day of
--          the week
-- edges:   a child who is still missing counts up to the last day of the window
with params as (
    select date '2026-07-01' as first_day, date '2026-09-30' as last_day
),
school as (
    select a.person_key, date_trunc('week', a.day)::date as week, sum(a.unauthorised) as sessions, min(a.day) as first_absence
    from params
    join star.fact_attendance as a on a.day between params.first_day and params.last_day and a.unauthorised > 0
    group by a.person_key, date_trunc('week', a.day)
),
home as (
    -- a time away touches each week between its first and its last day
    select m.person_key, w.week::date as week, count(*) as times, min(m.mis_start) as first_start
    from params
    join star.fact_missing as m on m.mis_start <= params.last_day and coalesce(m.mis_end, params.last_day) >= params.first_day
    cross join lateral generate_series(
        date_trunc('week', greatest(m.mis_start, params.first_day)), least(coalesce(m.mis_end, params.last_day), params.last_day), interval '7 days') as w (week)
    group by m.person_key, w.week
)
select k.child, s.week, t.team_name, s.sessions as sessions_without_leave, h.times as times_missing, least(s.first_absence, h.first_start) as began
from params
cross join school as s
join home as h on h.person_key = s.person_key and h.week = s.week
join concepts.children_as_known(params.last_day) as k on k.person_key = s.person_key
left join concepts.children_with_team(array[params.last_day]) as t on t.person_key = k.person_key and t.authority = k.authority
order by s.week desc, s.sessions desc, k.child;
