-- rule:    188
-- title:   SDQ score or reason is recorded for a child under 4 at the end of the year
-- fields:  SDQ_SCORE, SDQ_REASON
-- reports: OC2
-- reads:   oc2
-- needs:   OC2
-- source:  SSDA903 validation rules, 188
-- found:   An SDQ score, or a reason for having none, is given for a child who is still under 4 at the end of the year.
-- fix:     Take out the score and the reason, or correct the date of birth.
-- notes:   The date of birth is the one in OC2.
-- version: 2022-23
select row_id
from oc2
where dob + interval '4 years' > :year_end
  and (sdq_score is not null or sdq_reason is not null)
