-- rule:    192
-- title:   Substance misuse is recorded, but 'intervention received' is blank
-- fields:  SUBSTANCE_MISUSE, INTERVENTION_RECEIVED
-- reports: OC2
-- reads:   oc2
-- needs:   OC2
-- source:  SSDA903 validation rules, 192
-- found:   The child was identified as misusing substances, but whether an intervention was received is blank.
-- fix:     Give 1 in INTERVENTION_RECEIVED if an intervention was received, otherwise 0.
-- version: 2022-23
select row_id
from oc2
where substance_misuse = '1'
  and intervention_received is null
