-- title:   Children who started and ceased to be looked after in a month
-- purpose: The month's movements, with the reason where care ended.
-- grain:   one row per child and movement
-- inputs:  star.fact_period_of_care, star.dim_reason_episode_ceased, concepts.children_as_known
-- rules:   a movement is the start or the end of a period of care (star.fact_period_of_care); changes of placement or legal status are none
-- edges:   a child who starts and ceases in the month has two rows
with params as (
    select date '2026-09-01' as first_day, date '2026-09-30' as last_day
),
movements as (
    select p.person_key, p.authority, p.started as on_day, 'started' as movement, null as rec
    from params
    join star.fact_period_of_care as p on p.started between params.first_day and params.last_day
    union all
    select p.person_key, p.authority, p.ended, 'ceased', p.rec
    from params
    join star.fact_period_of_care as p on p.ended between params.first_day and params.last_day
)
select m.on_day, m.movement, k.child, m.rec, r.label as reason
from params
cross join movements as m
left join concepts.children_as_known(params.last_day) as k on k.person_key = m.person_key and k.authority = m.authority
left join star.dim_reason_episode_ceased as r on r.rec = m.rec
order by m.on_day, m.movement, k.child;
