-- title:   Legal status
-- purpose: Stretches of one legal status within a period of care
-- into:    star.fact_legal_status
-- inputs:  star.fact_episode
select
    e.person_key, min(e.authority) as authority, e.ls_start as started,
    case when bool_or(e.dec is null) then null else max(e.dec) end as ended,
    min(e.ls) as ls, e.period_start,
    min(e.dataset) as dataset,
    min(e.assertion_id) as assertion_id
from star.fact_episode as e
join touched using (person_key)
group by e.person_key, e.period_start, e.ls_start
