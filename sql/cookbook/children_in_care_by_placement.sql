-- title:   Children in care on a date, by placement type
-- purpose: How many children are looked after at the end of a day, and where they live.
-- grain:   one row per placement type
-- inputs:  concepts.children_in_care, star.fact_placement, star.dim_placement_type
-- rules:   in care is what concepts.children_in_care says: short breaks are left out; a temporary stay does not end the placement it interrupts,
--          so the child is counted where the child is staying that night
-- edges:   a child whose placement type is not known is in the row without a code
with params as (
    select date '2026-09-30' as on_day
),
in_care as (
    select c.person_key
    from params
    cross join lateral concepts.children_in_care(array[params.on_day]) as c
),
where_they_live as (
    select distinct on (p.person_key) p.person_key, p.place
    from params
    join star.fact_placement as p on p.started <= params.on_day and (p.ended is null or p.ended > params.on_day)
    order by p.person_key, p.temporary desc, p.started desc
)
select
    w.place, t.label,
    count(*) as children,
    round(100.0 * count(*) / sum(count(*)) over (), 1) as percent
from in_care as c
left join where_they_live as w on w.person_key = c.person_key
left join star.dim_placement_type as t on t.place = w.place
group by w.place, t.label
order by children desc, w.place;
