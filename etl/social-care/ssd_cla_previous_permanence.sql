-- title:   Previous permanence, from the case system
-- purpose: The earlier permanence of a child, for each collection year in which the child began to be looked after
-- into:    star.fact_previous_permanence
-- inputs:  source.ssd_cla_episodes
-- rules:   the return asks when a child starts to be looked after (formats/ssda903.yaml, PrevPerm.rows); the case system keeps the
--          answer once, without a year
-- edges:   of several answers the one that names an earlier permanence stands before none (Z1), then that with the smaller identifier
select distinct on (t.person_key, d.collection_year)
    t.person_key, h.authority,
    d.collection_year, h.lapp_previous_permanence_option as prev_perm, h.lapp_previous_permanence_la as la_perm,
    h.lapp_previous_permanence_order_date as date_perm,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_cla_previous_permanence as h on h.lapp_person_id = t.identifier and h.authority = t.authority
join source.ssd_cla_episodes as e on e.clae_person_id = t.identifier and e.authority = t.authority
    and e.holds and not e.absent and e.unusable is null and e.clae_cla_episode_start_reason = 'S'
join star.dim_date as d on d.date = e.clae_cla_episode_start_date
where {{usable}}
order by t.person_key, d.collection_year, h.lapp_previous_permanence_option = 'Z1' nulls last, h.business_key, h.occurrence
