-- title:   Placements
-- purpose: From the first episode with a carer to the end of the last one with them
-- into:    star.fact_placement
-- inputs:  star.fact_episode
-- rules:   a temporary stay does not end the placement it interrupts (see fact_episode.after_temporary.sql)
with numbered as (
    select
        e.*,
        row_number() over in_placement as number,
        lead(e.decom) over in_placement is null as is_last
    from star.fact_episode as e
    join touched_persons using (person_key)
    window in_placement as (partition by e.person_key, e.placement_start order by e.decom)
)
select
    person_key, authority, placement_start as started, dec as ended, period_start, place, place_provider, urn, pl_post,
    coalesce(place in ('T0', 'T1', 'T2', 'T3', 'T4'), false) as temporary,
    reason_place_change, number::integer as episodes, dataset, assertion_id
from numbered
where is_last
