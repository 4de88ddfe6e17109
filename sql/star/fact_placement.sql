-- title:   Placements
-- purpose: From the first episode with a carer to the end of the last one with them
-- into:    star.fact_placement
-- inputs:  star.fact_episode
-- rules:   a temporary stay does not end the placement it interrupts (see fact_episode.after_temporary.sql)
with placements as (
    select
        e.person_key, e.placement_start, coalesce(e.place in ('T0', 'T1', 'T2', 'T3', 'T4'), false) as temporary,
        max(e.decom) as last_decom, count(*)::integer as episodes
    from star.fact_episode as e
    join touched_persons using (person_key)
    group by 1, 2, 3
)
select
    p.person_key, last.authority, p.placement_start as started, last.dec as ended, last.period_start,
    last.place, last.place_provider, last.urn, last.pl_post, p.temporary, last.reason_place_change, p.episodes,
    last.dataset, last.assertion_id
from placements as p
join star.fact_episode as last on last.person_key = p.person_key and last.decom = p.last_decom
