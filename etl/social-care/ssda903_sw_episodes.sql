-- title:   Social worker allocations, from the SSDA903 return
-- purpose: How assertions of this dataset become star.fact_social_worker_episode for the children touched
-- into:    star.fact_social_worker_episode
select
    t.person_key, h.authority,
    h.sw_decom, h.sw_dec, h.sw_id, h.sw_reason,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssda903_sw_episodes as h on h.child = t.identifier and h.authority = t.authority
where {{usable}}
