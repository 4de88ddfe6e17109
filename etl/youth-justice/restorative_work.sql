-- title:   Restorative work with children
-- purpose: How restorative work becomes star.fact_restorative_work for the children touched
-- into:    star.fact_restorative_work
select
    t.person_key, h.authority,
    h.reference, h.offered, h.kind, h.held, h.victim_took_part, h.outcome, h.offence_reference,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.restorative_work as h on h.subject = t.identifier and h.authority = t.authority
where {{usable}}
