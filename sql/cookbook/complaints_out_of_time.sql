-- title:   Complaints out of time
-- purpose: Complaints of the last year that took longer than the ordinary time, answered or not, and whether an extension covers it.
-- grain:   one row per child, complaint and stage
-- inputs:  star.fact_complaint, star.dim_date, concepts.children_as_known
-- rules:   stage 1 within 10 working days, 20 where extended; stage 2 within 25, 65 where extended (Children Act 1989 Representations Procedure Regulations
--          2006). The day of receipt is not counted
-- edges:   other stages have no time here; one that was withdrawn is never late
with params as (
    select date '2025-10-01' as first_day, date '2026-09-30' as last_day
),
timed as (
    select c.person_key, c.authority, c.reference, c.stage, c.nature, c.received_on, c.responded_on, c.outcome,
        ended.working_day_number - began.working_day_number as working_days,
        case c.stage when '1' then 10 when '2' then 25 end as ordinary,
        case when c.extended_to is null then null when c.stage = '1' then 20 when c.stage = '2' then 65 end as extended
    from params
    join star.fact_complaint as c on c.received_on between params.first_day and params.last_day and c.withdrawn is null
    join star.dim_date as began on began.date = c.received_on
    join star.dim_date as ended on ended.date = coalesce(c.responded_on, params.last_day)
)
select k.child, t.reference, t.stage, t.nature, t.received_on, t.responded_on, t.working_days, t.ordinary, t.extended,
    t.working_days > coalesce(t.extended, t.ordinary) as is_late, t.outcome
from params
cross join timed as t
join concepts.children_as_known(params.last_day) as k on k.person_key = t.person_key and k.authority = t.authority
where t.working_days > t.ordinary
order by is_late desc, t.working_days - t.ordinary desc, t.reference, t.stage;
