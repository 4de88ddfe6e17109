-- title:   Recorded crimes of which the child is a suspect
-- purpose: How suspected crimes become star.fact_suspected_crime for the children touched
-- into:    star.fact_suspected_crime
select
    t.person_key, h.authority,
    h.reference, h.committed_on, h.offence, h.offence_group, h.urn, h.in_placement, h.crime_outcome, h.outcome_on,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.suspected_crimes as h on h.subject = t.identifier and h.authority = t.authority
where {{usable}}
