-- title:   Personal education plans not booked this term
-- purpose: For the fortnightly list to team managers: how many children of school age have no PEP meeting booked or held this term, by team.
-- grain:   one row per team
-- inputs:  concepts.children_in_care, concepts.children_as_known, concepts.children_with_team, star.fact_pep, star.school_term
-- rules:   a PEP is reviewed each term from 3 to 18 (Promoting the education of looked-after children, statutory guidance); booked means that a meeting
--          has a day; a cancelled or rejected plan is none
-- edges:   in the holidays the term before counts; a child without a team is in the row without a name
with params as (
    select date '2026-09-30' as on_day
),
term as (
    select s.academic_year, s.term
    from params
    join star.school_term as s on s.starts <= params.on_day
    order by s.starts desc
    limit 1
),
of_age as (
    select c.person_key, c.authority
    from params
    cross join lateral concepts.children_in_care(array[params.on_day]) as c
    join concepts.children_as_known(params.on_day) as k on k.person_key = c.person_key and k.authority = c.authority
    where k.dob > params.on_day - interval '18 years' and k.dob <= params.on_day - interval '3 years'
),
plans as (
    select p.person_key, bool_or(coalesce(p.meeting_held, p.meeting_booked) is not null) as is_booked, bool_or(p.meeting_held is not null) as is_held
    from term
    join star.fact_pep as p on p.academic_year = term.academic_year and lower(p.term) = lower(term.term)
    where p.status is null or p.status not in ('CA', 'RE')
    group by p.person_key
)
select t.team, t.team_name, count(*) as children,
    count(*) filter (where p.is_held) as held,
    count(*) filter (where p.is_booked and not p.is_held) as booked,
    count(*) filter (where p.is_booked is not true) as not_booked,
    round(100.0 * count(*) filter (where p.is_booked is not true) / count(*), 1) as percent_not_booked
from params
cross join of_age as c
left join plans as p on p.person_key = c.person_key
left join concepts.children_with_team(array[params.on_day]) as t on t.person_key = c.person_key and t.authority = c.authority
group by t.team, t.team_name
order by not_booked desc, t.team;
