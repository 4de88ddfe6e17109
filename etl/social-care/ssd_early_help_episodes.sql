-- title:   Early help
-- purpose: How assertions of this dataset become star.fact_early_help for the children touched
-- into:    star.fact_early_help
-- edges:   of two that began on one day the one that goes on, or ended last, stands
select distinct on (t.person_key, h.earl_episode_start_date)
    t.person_key, h.authority,
    h.earl_episode_start_date as started, h.earl_episode_end_date as ended, h.earl_episode_reason as reason,
    h.earl_episode_end_reason as end_reason, h.earl_episode_organisation as organisation, h.earl_episode_worker_id as worker,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_early_help_episodes as h on h.earl_person_id = t.identifier and h.authority = t.authority
where {{usable}} and h.earl_episode_start_date is not null
order by t.person_key, h.earl_episode_start_date, h.earl_episode_end_date desc nulls first, h.business_key, h.occurrence
