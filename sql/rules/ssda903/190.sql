-- rule:    190
-- title:   Twelve-month outcome items are filled in for a child not looked after continuously for 12 months
-- fields:  CONVICTED, HEALTH_CHECK, IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT, SUBSTANCE_MISUSE, INTERVENTION_RECEIVED, INTERVENTION_OFFERED
-- reports: OC2
-- reads:   oc2, continuously_looked_after
-- needs:   OC2, Episodes
-- source:  SSDA903 validation rules, 190
-- found:   Items for children looked after for twelve months are filled in for a child who was not looked after continuously for the year.
-- fix:     Take the items out, or correct the child's episodes.
-- version: 2022-23
select 'OC2' as module, o.row_id
from oc2 o
where num_nonnulls(o.convicted, o.health_check, o.immunisations, o.teeth_check, o.health_assessment, o.substance_misuse,
          o.intervention_received, o.intervention_offered) > 0
  and not exists (select from continuously_looked_after c where c.child = o.child)
