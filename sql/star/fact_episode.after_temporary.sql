-- title:   Placements around temporary stays
-- purpose: For children with temporary stays (T0 to T4) among those touched, finds the placement anew: the stay is a placement of
--          its own and does not end the one it interrupts, when the child returns to the same type, URN and postcode
-- adjusts: star.fact_episode
-- inputs:  star.fact_episode
-- rules:   T0 to T4 do not count as placements, and the placement returned to continues (measures.yaml, placement_3_plus)
-- edges:   a return to another type, URN or postcode is a new placement; so is one with RNE P or B after a stay that is not temporary
drop table if exists pg_temp.with_temporary;
create temporary table with_temporary on commit drop as
select distinct e.person_key
from star.fact_episode as e
join touched_persons using (person_key)
where e.place in ('T0', 'T1', 'T2', 'T3', 'T4');
analyze with_temporary;

with stays as (
    select e.person_key, e.decom, e.period_start, e.rne, e.place, e.urn, e.pl_post, e.place in ('T0', 'T1', 'T2', 'T3', 'T4') as temporary
    from star.fact_episode as e
    join with_temporary using (person_key)
),
compared as (
    -- each stay beside the one before it in the period, and beside the last one of its own kind (temporary or not)
    select
        stays.*,
        lag(temporary) over (partition by person_key, period_start order by decom) as after_temporary,
        lag(decom) over of_kind is null as first_of_kind,
        (lag(place) over of_kind, lag(urn) over of_kind, lag(pl_post) over of_kind) is not distinct from (place, urn, pl_post) as same_as_last_of_kind
    from stays
    window of_kind as (partition by person_key, period_start, temporary order by decom)
),
marked as (
    select
        compared.*,
        case
            when first_of_kind then true
            when temporary then not after_temporary or coalesce(rne not in ('L', 'T', 'U'), true)
            when after_temporary then not same_as_last_of_kind
            else coalesce(rne not in ('L', 'T', 'U'), true)
        end as starts_placement
    from compared
),
placed as (
    select
        person_key, period_start, temporary, decom,
        max(decom) filter (where starts_placement) over (partition by person_key, period_start, temporary order by decom) as placement_start
    from marked
),
numbered as (
    select
        person_key, decom, placement_start,
        row_number() over in_placement as number_in_placement,
        lead(decom) over in_placement is null as ends_placement
    from placed
    window in_placement as (partition by person_key, placement_start order by decom)
)
update star.fact_episode as e
set placement_start = n.placement_start, number_in_placement = n.number_in_placement, ends_placement = n.ends_placement
from numbered as n
where n.person_key = e.person_key and n.decom = e.decom
  and (n.placement_start, n.number_in_placement, n.ends_placement) is distinct from (e.placement_start, e.number_in_placement, e.ends_placement)
