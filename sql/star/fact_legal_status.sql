-- title:   Legal status
-- purpose: Stretches of one legal status within a period of care
-- into:    star.fact_legal_status
-- inputs:  star.fact_episode
with marked as (
    select e.*, lead(e.decom) over in_status is null as is_last
    from star.fact_episode as e
    join touched_persons using (person_key)
    window in_status as (partition by e.person_key, e.ls_start order by e.decom)
)
select person_key, authority, ls_start as started, dec as ended, ls, period_start, dataset, assertion_id
from marked
where is_last
