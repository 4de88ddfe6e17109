-- rule:    544
-- title:   Conviction recorded as 1 but one or more of the four health fields are blank
-- fields:  CONVICTED, IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT, SUBSTANCE_MISUSE
-- reports: OC2
-- reads:   oc2
-- needs:   OC2
-- source:  SSDA903 validation rules, 544
-- found:   The child was convicted in the year, but at least one of immunisations, dental check, health assessment and substance misuse is blank.
-- fix:     Give all four of them (0 or 1).
-- notes:   AMBIGUOUS: DfE's message says "completed", which would include 0; only 1 is tested.
-- version: 2022-23
select row_id
from oc2
where convicted = '1'
    and (immunisations is null or teeth_check is null or health_assessment is null or substance_misuse is null)
