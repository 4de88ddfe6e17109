-- title:   Periods of care
-- purpose: From the first episode's start to the last one's end
-- into:    star.fact_period_of_care
-- inputs:  star.fact_episode
-- rules:   category of need is that of the period's start (reference, CIN: at the start of the period of care)
with numbered as (
    select
        e.*,
        row_number() over in_period as number,
        first_value(e.cin) over in_period as first_cin,
        lead(e.decom) over in_period is null as is_last
    from star.fact_episode as e
    join touched_persons using (person_key)
    window in_period as (partition by e.person_key, e.period_start order by e.decom)
)
select
    person_key, authority, period_start as started, dec as ended, rec, first_cin as cin, number::integer as episodes, dataset, assertion_id
from numbered
where is_last
