-- title:   Complaints by or for children, by stage
-- purpose: How complaints become star.fact_complaint for the children touched
-- into:    star.fact_complaint
-- inputs:  star.dim_date
-- rules:   due where the team gives no day: 10 working days after the day of receipt at stage 1, 25 at stage 2 (Getting the Best from
--          Complaints, 2006, 3.1.10 and 3.5; the days can be extended to 20 and 65)
select
    t.person_key, h.authority,
    h.reference, h.stage, h.received_on, h.complainant, h.service, h.nature,
    coalesce(h.due, (
        select min(due.date)
        from star.dim_date as received
        join star.dim_date as due
            on due.working_day_number = received.working_day_number + case h.stage when '1' then 10 when '2' then 25 end
        where received.date = h.received_on)) as due,
    h.extended_to, h.responded_on, h.outcome, h.withdrawn, h.advocate, h.learning_action,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.complaints as h on h.subject = t.identifier and h.authority = t.authority
where {{usable}}
