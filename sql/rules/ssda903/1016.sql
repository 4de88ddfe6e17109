-- rule:    1016
-- title:   Care-leaver data not needed: aged 17 or 18 and care ended on or after that birthday
-- fields:  IN_TOUCH, ACTIV, ACCOM
-- reports: OC3
-- reads:   oc3, episodes
-- needs:   OC3, Episodes
-- source:  SSDA903 validation rules, 1016
-- found:   Care-leaver data is given for a young person aged 17 or 18, who was still looked after on that birthday.
-- fix:     Take the care-leaver data out, or correct the date of birth or the date care ceased.
-- notes:   QUIRK: the age at the year's end is counted in average years of 365.2425 days; plain age would differ for birthdays on (or a day
--          around) 31 March only.
-- version: 2023-24
with birthdays as (
    select row_id, child,
        case
            when :year_end - dob between 6210 and 6574 then (dob + interval '17 years')::date
            when :year_end - dob between 6575 and 6939 then (dob + interval '18 years')::date
        end as birthday
    from oc3
    where in_touch is not null or activ is not null or accom is not null
)
select 'OC3' as module, b.row_id
from birthdays b
where exists (select from episodes e where e.child = b.child and e.dec >= b.birthday)
