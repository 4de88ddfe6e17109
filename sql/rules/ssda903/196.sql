-- rule:    196
-- title:   Reason for having no SDQ score is not a valid code
-- fields:  SDQ_REASON
-- reports: OC2
-- reads:   oc2
-- needs:   OC2
-- source:  SSDA903 validation rules, 196
-- found:   The reason for having no SDQ score is not one of its codes.
-- fix:     Give SDQ1 (under 4 or over 16), SDQ2 (carer refused), SDQ3 (disability), SDQ4 (other) or SDQ5 (child refused).
-- version: 2022-23
select row_id
from oc2
where sdq_reason not in ('SDQ1', 'SDQ2', 'SDQ3', 'SDQ4', 'SDQ5')
