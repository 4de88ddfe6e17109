-- title:   Interventions offered for substance misuse, from the top-up workbook
-- purpose: How assertions of this dataset become star.fact_intervention_offered for the children touched
-- into:    star.fact_intervention_offered
select
    t.person_key, h.authority,
    h.offered_on, h.intervention, h.answer, h.answered_on,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.top_up_interventions as h on h.subject = t.identifier and h.authority = t.authority
where {{usable}}
