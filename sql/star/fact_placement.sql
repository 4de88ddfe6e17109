-- title:   Placements
-- purpose: From the first episode with a carer to the end of the last one with them
-- into:    star.fact_placement
-- inputs:  star.fact_episode
-- rules:   a temporary stay does not end the placement it interrupts (see fact_episode.after_temporary.sql)
select
    person_key, authority, placement_start as started, dec as ended, period_start, place, place_provider, urn, pl_post,
    coalesce(place in ('T0', 'T1', 'T2', 'T3', 'T4'), false) as temporary,
    reason_place_change, number_in_placement as episodes, dataset, assertion_id
from star.fact_episode
where ends_placement and {{of_touched}}
