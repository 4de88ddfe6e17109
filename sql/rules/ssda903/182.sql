-- rule:    182
-- title:   Immunisation, dental, health assessment and substance misuse items must all be given if other OC2 items are
-- fields:  IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT, SUBSTANCE_MISUSE, CONVICTED, HEALTH_CHECK, INTERVENTION_RECEIVED, INTERVENTION_OFFERED
-- reports: OC2
-- reads:   oc2
-- needs:   OC2
-- source:  SSDA903 validation rules, 182
-- found:   Some OC2 items are given, but immunisations, dental check, health assessment or substance misuse is blank.
-- fix:     Complete all four of those items for a child looked after for twelve months.
-- version: 2022-23
select row_id
from oc2
where num_nulls(immunisations, teeth_check, health_assessment, substance_misuse) > 0
  and num_nonnulls(convicted, health_check, intervention_received, intervention_offered) > 0
