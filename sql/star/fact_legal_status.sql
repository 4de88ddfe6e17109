-- title:   Legal status
-- purpose: Stretches of one legal status within a period of care
-- into:    star.fact_legal_status
-- inputs:  star.fact_episode
with statuses as (
    select e.person_key, e.ls_start, max(e.decom) as last_decom
    from star.fact_episode as e
    join touched_persons using (person_key)
    group by e.person_key, e.ls_start
)
select s.person_key, last.authority, s.ls_start as started, last.dec as ended, last.ls, last.period_start, last.dataset, last.assertion_id
from statuses as s
join star.fact_episode as last on last.person_key = s.person_key and last.decom = s.last_decom
