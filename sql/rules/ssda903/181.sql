-- rule:    181
-- title:   Items for children looked after for 12 months must be 0 or 1 when given
-- fields:  CONVICTED, HEALTH_CHECK, IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT, SUBSTANCE_MISUSE, INTERVENTION_RECEIVED, INTERVENTION_OFFERED
-- reports: OC2
-- reads:   oc2
-- needs:   OC2
-- source:  SSDA903 validation rules, 181
-- found:   An item for children looked after for twelve months is neither 0 nor 1.
-- fix:     Give 1 for yes and 0 for no in each item, or leave it blank where it does not apply.
-- version: 2022-23
select row_id
from oc2
where convicted not in ('0', '1')
   or health_check not in ('0', '1')
   or immunisations not in ('0', '1')
   or teeth_check not in ('0', '1')
   or health_assessment not in ('0', '1')
   or substance_misuse not in ('0', '1')
   or intervention_received not in ('0', '1')
   or intervention_offered not in ('0', '1')
