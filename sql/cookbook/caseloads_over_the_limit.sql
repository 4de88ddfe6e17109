-- title:   Caseloads over the limit, by team
-- purpose: Teams in which workers have more children than agreed, beside vacancies and agency cover.
-- grain:   one row per team
-- inputs:  star.fact_caseload, star.fact_establishment, star.dim_team
-- rules:   the newest count of each worker up to the day; children for each full-time worker is children over hours, not a mean of means
-- edges:   a worker without a limit is never over it
with params as (
    select date '2026-09-30' as on_day
),
newest as (
    select distinct on (c.authority, c.worker) c.*
    from params
    join star.fact_caseload as c on c.counted_on between params.on_day - 31 and params.on_day
    order by c.authority, c.worker, c.counted_on desc
),
cases as (
    select authority, team, count(*) as workers, sum(fte) as fte, sum(children) as children, max(children) as most, count(*) filter (where children > ceiling) as over_limit
    from newest
    group by authority, team
),
posts as (
    select e.authority, e.team, sum(e.posts) as posts, sum(e.vacant) as vacant, sum(e.agency) as agency
    from params
    join star.fact_establishment as e on e.counted_on = (select max(x.counted_on) from star.fact_establishment as x where x.counted_on <= params.on_day)
    group by e.authority, e.team
)
select t.service, c.team, t.name, c.workers, round(c.fte, 1) as fte, c.children, round(c.children / nullif(c.fte, 0), 1) as children_full_time, c.most, c.over_limit,
    round(p.posts, 1) as posts, round(p.vacant, 1) as vacant, round(p.agency, 1) as agency
from cases as c
left join posts as p on p.authority = c.authority and p.team = c.team
left join star.dim_team as t on t.authority = c.authority and t.team = c.team
order by c.over_limit desc, children_full_time desc, c.team;
