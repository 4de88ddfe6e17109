-- rule:    157
-- title:   SDQ1 was given as the reason for having no SDQ score, although the child is of SDQ age
-- fields:  SDQ_REASON, DOB
-- reports: OC2
-- reads:   oc2, continuously_looked_after
-- needs:   OC2, Episodes
-- source:  SSDA903 validation rules, 157
-- found:   SDQ1 (under 4 or over 16) is given as the reason for having no SDQ score, but the child was of an age for the questionnaire for the
--          whole year.
-- fix:     Give the SDQ score, or the reason that fits: SDQ2 to SDQ5.
-- notes:   AMBIGUOUS: DfE's message says 4 or over at the start or 16 or under at the end; the rule asks both, and a child who is already 16 at
--          the end of the year is not flagged. The date of birth is the one in OC2.
-- version: 2022-23
select 'OC2' as module, o.row_id
from oc2 o
join continuously_looked_after using (child)
where o.dob + interval '4 years' <= :year_start
  and o.dob + interval '16 years' >= :year_end
  and o.sdq_score is null
  and o.sdq_reason = 'SDQ1'
