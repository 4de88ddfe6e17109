-- title:   What placements cost by the week
-- purpose: The weekly bill by placement type and sector, and what of it education and health pay.
-- grain:   one row per placement type and sector
-- inputs:  star.fact_placement_cost, star.fact_placement, star.dim_placement_type, star.dim_place_provider
-- rules:   prices that hold on the day, all elements together (measure placement_cost); the placement is the one in which the child lives that night
-- edges:   a price for a child who has no placement on the day is in the row without a type: the placement ended and the payment did not
with params as (
    select date '2026-09-30' as on_day
),
prices as (
    select c.person_key, sum(c.weekly_cost) as weekly, sum(c.education) as education, sum(c.health) as health, bool_or(c.registration = 'UNREGISTERED') as unregistered
    from params
    join star.fact_placement_cost as c on c.cost_from <= params.on_day and (c.cost_to is null or c.cost_to >= params.on_day)
    group by c.person_key
),
where_they_live as (
    select distinct on (p.person_key) p.person_key, p.place, p.place_provider
    from params
    join star.fact_placement as p on p.started <= params.on_day and (p.ended is null or p.ended > params.on_day)
    order by p.person_key, p.temporary, p.started desc
)
select w.place, t.label as placement, s.label as sector, count(*) as children, round(sum(p.weekly)) as weekly, round(avg(p.weekly)) as mean,
    round(sum(p.education)) as education, round(sum(p.health)) as health, count(*) filter (where p.unregistered) as unregistered
from prices as p
left join where_they_live as w on w.person_key = p.person_key
left join star.dim_placement_type as t on t.place = w.place
left join star.dim_place_provider as s on s.place_provider = w.place_provider
group by w.place, t.label, s.label
order by weekly desc, w.place;
