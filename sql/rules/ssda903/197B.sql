-- rule:    197B
-- title:   Neither SDQ score nor reason is given for a child who turned 4 or 17 during the year
-- fields:  SDQ_REASON, DOB
-- reports: OC2
-- reads:   oc2, continuously_looked_after
-- needs:   OC2, Episodes
-- source:  SSDA903 validation rules, 197B
-- found:   Neither an SDQ score nor a reason for having none is given for a child who turned 4 or 17 in the year and was looked after for the
--          whole of it.
-- fix:     Give the SDQ score, or the reason why there is none.
-- notes:   Overlaps with 186 only for a fourth birthday on 1 April. The date of birth is the one in OC2.
-- version: 2022-23
select 'OC2' as module, o.row_id
from oc2 o
join continuously_looked_after using (child)
where (o.dob + interval '4 years' between :year_start and :year_end or o.dob + interval '17 years' between :year_start and :year_end)
  and o.sdq_score is null
  and o.sdq_reason is null
