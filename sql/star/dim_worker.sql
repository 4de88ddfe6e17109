-- title:   Social workers
-- purpose: Everybody a return or the case system named as a child's social worker, since when and until when, with what the case system
--          says of them
-- into:    star.dim_worker
-- inputs:  star.fact_social_worker_episode, star.dim_professional
-- edges:   a function of all allocations, not of one child: made anew as a whole. A registered worker without a child is a worker, too. Of
--          two workers with one number that with the smaller identifier speaks
with allocated as (
    select sw_id as worker, min(sw_decom) as first_seen, max(coalesce(sw_dec, sw_decom)) as last_seen
    from star.fact_social_worker_episode
    where sw_id is not null
    group by sw_id
),
registered as (
    select distinct on (registration) registration as worker, name, job_title, agency_worker, fte, department
    from star.dim_professional
    where registration is not null
    order by registration, authority, professional
)
select worker, allocated.first_seen, allocated.last_seen, registered.name, registered.job_title, registered.agency_worker, registered.fte, registered.department
from allocated
full join registered using (worker)
