-- title:   Health assessments that came late after a move
-- purpose: Whose health assessment ran over its day in the months after a change of placement, and whether the new home lies in another authority.
-- grain:   one row per child and move
-- inputs:  concepts.children_in_care, concepts.children_as_known, star.fact_placement, star.fact_health_assessment, star.dim_postcode,
--          star.dim_local_authority
-- rules:   an assessment is due twelve months after the one before, six for a child under five (Care Planning, Placement and Case Review Regulations
--          2010, regulation 7). Late after a move: due in the six months after it, and done later than due or not yet
-- edges:   temporary stays are no moves; the first placement of a period of care is none either
with params as (
    select date '2026-09-30' as on_day
),
moves as (
    select p.person_key, p.authority, p.started as moved, p.pl_post, p.urn
    from params
    cross join lateral concepts.children_in_care(array[params.on_day]) as c
    join star.fact_placement as p on p.person_key = c.person_key and p.period_start = c.since
    where not p.temporary and p.started > p.period_start and p.started between params.on_day - interval '18 months' and params.on_day
),
done as (
    select distinct a.person_key, a.done as day
    from star.fact_health_assessment as a
    where a.status = 'Completed' and a.done is not null
),
due as (
    select m.*, k.child, last.day as last_done,
        (last.day + case when k.dob > last.day - interval '5 years' then interval '6 months' else interval '12 months' end)::date as due
    from params
    cross join moves as m
    join concepts.children_as_known(params.on_day) as k on k.person_key = m.person_key and k.authority = m.authority
    cross join lateral (select max(d.day) as day from done as d where d.person_key = m.person_key and d.day < m.moved) as last
)
select d.child, d.moved, d.last_done, d.due, after.day as next_done, coalesce(after.day, params.on_day) - d.due as days_late,
    place.local_authority is distinct from (select l.ons_code from star.dim_local_authority as l where l.authority = d.authority) as moved_to_another_authority
from params
cross join due as d
left join lateral (select min(a.day) as day from done as a where a.person_key = d.person_key and a.day >= d.moved) as after on true
left join star.dim_postcode as place on place.postcode = d.pl_post
where d.due between d.moved and d.moved + interval '6 months'
  and coalesce(after.day, params.on_day) > d.due
order by days_late desc, d.child, d.moved;
