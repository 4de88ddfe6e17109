-- rule:    158
-- title:   Intervention was received, so the 'intervention offered' item must be left blank
-- fields:  INTERVENTION_RECEIVED, INTERVENTION_OFFERED
-- reports: OC2
-- reads:   oc2
-- needs:   OC2
-- source:  SSDA903 validation rules, 158
-- found:   An intervention for substance misuse was received, but the item whether one was offered is filled in as well.
-- fix:     Leave INTERVENTION_OFFERED blank when an intervention was received.
-- version: 2022-23
select row_id
from oc2
where intervention_received = '1'
  and intervention_offered is not null
