-- rule:    543
-- title:   Conviction information is missing for a child aged 10 or over looked after throughout the year
-- fields:  DOB, CONVICTED
-- reports: OC2
-- reads:   oc2, continuously_looked_after
-- needs:   OC2, Episodes
-- source:  SSDA903 validation rules, 543
-- found:   The child is 10 or over on 31 March and was looked after all year, but whether the child was convicted is blank.
-- fix:     Say whether the child was convicted in the year (0 or 1).
-- notes:   REFERENCE DIFFERS: it leaves out a child whose 10th birthday is exactly 31 March.
-- version: 2022-23
select 'OC2' as module, o.row_id
from oc2 o
join continuously_looked_after using (child)
where o.dob + interval '10 years' <= :year_end
    and o.convicted is null
