-- title:   Health and offending outcomes (OC2), from the SSDA903 return
-- purpose: How assertions of this dataset become star.fact_outcomes for the children touched
-- into:    star.fact_outcomes
select
    t.person_key, h.authority,
    h.scope as collection_year, h.sdq_score, h.sdq_reason, h.convicted, h.health_check, h.immunisations, h.teeth_check,
    h.health_assessment, h.substance_misuse, h.intervention_received, h.intervention_offered,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssda903_oc2 as h on h.child = t.identifier and h.authority = t.authority
where {{usable}}
