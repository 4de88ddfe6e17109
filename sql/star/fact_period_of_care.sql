-- title:   Periods of care
-- purpose: From the first episode's start to the last one's end
-- into:    star.fact_period_of_care
-- inputs:  star.fact_episode
-- rules:   category of need is that of the period's start (reference, CIN: at the start of the period of care)
with periods as (
    select e.person_key, e.period_start, max(e.decom) as last_decom, count(*)::integer as episodes
    from star.fact_episode as e
    join touched_persons using (person_key)
    group by e.person_key, e.period_start
)
select
    p.person_key, first.authority, p.period_start as started, last.dec as ended, last.rec, first.cin, p.episodes,
    first.dataset, first.assertion_id
from periods as p
join star.fact_episode as first on first.person_key = p.person_key and first.decom = p.period_start
join star.fact_episode as last on last.person_key = p.person_key and last.decom = p.last_decom
