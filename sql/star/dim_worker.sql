-- title:   Social workers
-- purpose: Everybody a return named as a child's social worker, and since when and until when
-- into:    star.dim_worker
-- inputs:  star.fact_social_worker_episode
-- edges:   a function of all allocations, not of one child: made anew as a whole
select sw_id as worker, min(sw_decom) as first_seen, max(coalesce(sw_dec, sw_decom)) as last_seen
from star.fact_social_worker_episode
where sw_id is not null
group by sw_id
