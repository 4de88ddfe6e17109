-- title:   Legal status
-- purpose: Stretches of one legal status within a period of care
-- into:    star.fact_legal_status
-- inputs:  star.fact_episode
select person_key, authority, ls_start as started, dec as ended, ls, period_start, dataset, assertion_id
from star.fact_episode
where ends_ls and {{of_touched}}
