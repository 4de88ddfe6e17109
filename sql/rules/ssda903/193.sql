-- rule:    193
-- title:   No substance misuse is recorded, but an intervention item is filled in
-- fields:  SUBSTANCE_MISUSE, INTERVENTION_RECEIVED, INTERVENTION_OFFERED
-- reports: OC2
-- reads:   oc2
-- needs:   OC2
-- source:  SSDA903 validation rules, 193
-- found:   No substance misuse is recorded, but an item on the intervention is filled in.
-- fix:     Take out the items on the intervention, or give 1 in SUBSTANCE_MISUSE.
-- version: 2022-23
select row_id
from oc2
where (substance_misuse is null or substance_misuse = '0')
  and (intervention_received is not null or intervention_offered is not null)
