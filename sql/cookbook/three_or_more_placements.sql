-- title:   Children with three or more placements in twelve months
-- purpose: Whom to ask about: children in care on a day who had at least three placements in the twelve months up to it.
-- grain:   one row per child
-- inputs:  concepts.children_in_care, concepts.children_as_known, star.fact_placement
-- rules:   placements at any time in the window count, also the one that began before it; temporary stays (T0 to T4) do not
-- edges:   the window is the 365 or 366 days that end with the day
with params as (
    select date '2026-09-30' as on_day, 3 as at_least
),
placements as (
    select p.person_key, count(*) as placements, max(p.started) as newest_began
    from params
    join star.fact_placement as p
      on p.started <= params.on_day and (p.ended is null or p.ended > params.on_day - interval '12 months')
    where not p.temporary
    group by p.person_key
)
select k.child, p.placements, p.newest_began, c.since as in_care_since
from params
cross join lateral concepts.children_in_care(array[params.on_day]) as c
join placements as p on p.person_key = c.person_key
join concepts.children_as_known(params.on_day) as k on k.person_key = c.person_key and k.authority = c.authority
where p.placements >= params.at_least
order by p.placements desc, k.child;
