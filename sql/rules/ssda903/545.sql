-- rule:    545
-- title:   Health promotion check (HEALTH_CHECK) is missing for a child under 5 looked after throughout the year
-- fields:  DOB, HEALTH_CHECK
-- reports: OC2
-- reads:   oc2, continuously_looked_after
-- needs:   OC2, Episodes
-- source:  SSDA903 validation rules, 545
-- found:   The child is under 5 on 31 March and was looked after all year, but whether health promotion checks were up to date is blank.
-- fix:     Say whether the child's health promotion checks were up to date (0 or 1).
-- version: 2022-23
select 'OC2' as module, o.row_id
from oc2 o
join continuously_looked_after using (child)
where o.dob + interval '5 years' > :year_end
    and o.health_check is null
