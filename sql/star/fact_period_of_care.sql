-- title:   Periods of care
-- purpose: From the first episode's start to the last one's end
-- into:    star.fact_period_of_care
-- inputs:  star.fact_episode
-- rules:   category of need is that of the period's start (reference, CIN: at the start of the period of care)
select distinct on (e.person_key, e.period_start)
    e.person_key, e.authority, e.period_start as started,
    case when bool_or(e.dec is null) over whole then null else max(e.dec) over whole end as ended,
    last_value(e.rec) over whole as rec,
    first_value(e.cin) over whole as cin,
    (count(*) over whole)::integer as episodes,
    e.dataset, e.assertion_id
from star.fact_episode as e
join touched using (person_key)
window whole as (partition by e.person_key, e.period_start order by e.decom rows between unbounded preceding and unbounded following)
order by e.person_key, e.period_start, e.decom
