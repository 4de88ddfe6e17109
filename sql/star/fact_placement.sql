-- title:   Placements
-- purpose: From the first episode with a carer to the end of the last one with them
-- into:    star.fact_placement
-- inputs:  star.fact_episode
-- rules:   a temporary stay does not end the placement it interrupts (see fact_episode)
select
    e.person_key, min(e.authority) as authority, e.placement_start as started,
    case when bool_or(e.dec is null) then null else max(e.dec) end as ended,
    e.period_start,
    (array_agg(e.place order by e.decom desc))[1] as place,
    (array_agg(e.place_provider order by e.decom desc))[1] as place_provider,
    (array_agg(e.urn order by e.decom desc))[1] as urn,
    (array_agg(e.pl_post order by e.decom desc))[1] as pl_post,
    coalesce(e.place in ('T0', 'T1', 'T2', 'T3', 'T4'), false) as temporary,
    (array_agg(e.reason_place_change order by e.decom desc))[1] as reason_place_change,
    count(*)::integer as episodes,
    (array_agg(e.dataset order by e.decom))[1] as dataset,
    (array_agg(e.assertion_id order by e.decom))[1] as assertion_id
from star.fact_episode as e
join touched using (person_key)
group by e.person_key, e.period_start, e.placement_start, coalesce(e.place in ('T0', 'T1', 'T2', 'T3', 'T4'), false)
