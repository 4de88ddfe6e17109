-- title:   Orders and interventions of the youth justice service
-- purpose: How interventions become star.fact_youth_justice_intervention for the children touched
-- into:    star.fact_youth_justice_intervention
-- edges:   two of one kind that start on one day run as one: the one that ends last counts
select distinct on (t.person_key, h.started, h.kind)
    t.person_key, h.authority,
    h.started, h.kind, h.ended, h.completed, h.reference, h.worker,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.youth_justice_interventions as h on h.subject = t.identifier and h.authority = t.authority
where {{usable}}
order by t.person_key, h.started, h.kind, h.ended desc nulls first, h.reference
