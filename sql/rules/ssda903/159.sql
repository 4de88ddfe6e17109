-- rule:    159
-- title:   Substance misuse without an intervention received: 'intervention offered' must be completed
-- fields:  SUBSTANCE_MISUSE, INTERVENTION_RECEIVED, INTERVENTION_OFFERED
-- reports: OC2
-- reads:   oc2
-- needs:   OC2
-- source:  SSDA903 validation rules, 159
-- found:   The child was identified as misusing substances and received no intervention, but whether one was offered is blank.
-- fix:     Give 1 in INTERVENTION_OFFERED if an intervention was offered, otherwise 0.
-- version: 2022-23
select row_id
from oc2
where substance_misuse = '1'
  and intervention_received = '0'
  and intervention_offered is null
