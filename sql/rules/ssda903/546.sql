-- rule:    546
-- title:   Health promotion check (HEALTH_CHECK) filled in for a child aged 5 or over at 31 March
-- fields:  DOB, HEALTH_CHECK
-- reports: OC2
-- reads:   oc2, continuously_looked_after
-- needs:   OC2, Episodes
-- source:  SSDA903 validation rules, 546
-- found:   A health promotion check is given for a child who is 5 or over on 31 March; it is asked for younger children only.
-- fix:     Take the health promotion check out, or correct the date of birth.
-- notes:   Only children looked after all year are tested, though DfE's message does not say so.
-- version: 2022-23
select 'OC2' as module, o.row_id
from oc2 o
join continuously_looked_after using (child)
where o.dob + interval '5 years' <= :year_end
    and o.health_check is not null
