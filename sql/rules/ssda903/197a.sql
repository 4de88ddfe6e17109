-- rule:    197a
-- title:   Both an SDQ score and a reason for having no score are given
-- fields:  SDQ_SCORE, SDQ_REASON
-- reports: OC2
-- reads:   oc2
-- needs:   OC2
-- source:  SSDA903 validation rules, 197a
-- found:   Both an SDQ score and a reason for having none are given.
-- fix:     Take out the reason if the score is right; otherwise take out the score.
-- version: 2022-23
select row_id
from oc2
where sdq_score is not null
  and sdq_reason is not null
