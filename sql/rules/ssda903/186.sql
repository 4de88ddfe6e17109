-- rule:    186
-- title:   SDQ score is missing for a child aged 4 to 16 looked after continuously for 12 months
-- fields:  SDQ_SCORE
-- reports: OC2
-- reads:   oc2, continuously_looked_after
-- needs:   Episodes, OC2
-- source:  SSDA903 validation rules, 186
-- found:   Neither an SDQ score nor a reason for having none is given for a child aged 4 to 16 who was looked after for the whole year.
-- fix:     Give the SDQ score, or the reason why there is none.
-- notes:   A reason for no score is enough, though DfE's message speaks of a score only. The date of birth is the one in OC2; a child who is not
--          in OC2 at all is found by 191.
-- version: 2022-23
select 'OC2' as module, o.row_id
from oc2 o
join continuously_looked_after using (child)
where o.dob + interval '4 years' <= :year_start
  and o.dob + interval '17 years' > :year_end
  and o.sdq_score is null
  and o.sdq_reason is null
