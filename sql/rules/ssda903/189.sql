-- rule:    189
-- title:   SDQ score or reason is recorded for someone already over 17 when the year began
-- fields:  DOB, SDQ_SCORE, SDQ_REASON
-- reports: OC2
-- reads:   oc2
-- needs:   OC2
-- source:  SSDA903 validation rules, 189
-- found:   An SDQ score, or a reason for having none, is given for a young person who had turned 17 before the year began.
-- fix:     Take out the score and the reason, or correct the date of birth.
-- notes:   AMBIGUOUS: DfE's message says 17 or over at the beginning of the year; its logic, followed here, leaves out the seventeenth birthday
--          on 1 April itself. The date of birth is the one in OC2.
-- version: 2022-23
select row_id
from oc2
where dob + interval '17 years' < :year_start
  and (sdq_score is not null or sdq_reason is not null)
