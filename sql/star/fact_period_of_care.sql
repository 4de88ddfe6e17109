-- title:   Periods of care
-- purpose: From the first episode's start to the last one's end
-- into:    star.fact_period_of_care
-- inputs:  star.fact_episode
-- rules:   category of need is that of the period's start (reference, CIN: at the start of the period of care)
select
    person_key, final.authority, final.period_start as started, final.dec as ended, final.rec, initial.cin,
    final.number_in_period as episodes, final.dataset, final.assertion_id
from star.fact_episode as final
join star.fact_episode as initial using (person_key)
where final.ends_period and initial.number_in_period = 1 and initial.decom = final.period_start and {{of_touched}}
