-- rule:    215
-- title:   Child has care leaver data as well as outcome items for children looked after for 12 months
-- fields:  IN_TOUCH, ACTIV, ACCOM, CONVICTED, HEALTH_CHECK, IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT, SUBSTANCE_MISUSE, INTERVENTION_RECEIVED,
--          INTERVENTION_OFFERED
-- reports: OC3, OC2
-- reads:   oc3, oc2
-- needs:   OC3, OC2
-- source:  SSDA903 validation rules, 215
-- found:   The same person has care leaver data (OC3) and outcomes of a child looked after for twelve months (OC2).
-- fix:     Keep the care leaver data if the person has left care, otherwise the outcomes, and take the other out.
-- notes:   SDQ_SCORE and SDQ_REASON do not count.
-- version: 2022-23
with failing as (
    select leaver.row_id as oc3_row, outcome.row_id as oc2_row
    from oc3 leaver
    join oc2 outcome using (child)
    where num_nonnulls(leaver.in_touch, leaver.activ, leaver.accom) > 0
      and num_nonnulls(outcome.convicted, outcome.health_check, outcome.immunisations, outcome.teeth_check, outcome.health_assessment,
          outcome.substance_misuse, outcome.intervention_received, outcome.intervention_offered) > 0
)
select 'OC3' as module, oc3_row as row_id from failing
union all
select 'OC2', oc2_row from failing
