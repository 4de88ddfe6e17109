-- title:   Disputes raised by reviewing officers and conference chairs
-- purpose: How disputes become star.fact_dispute for the children touched
-- into:    star.fact_dispute
select
    t.person_key, h.authority,
    h.reference, h.raised_on, h.iro, coalesce(h.conference_chair, false) as conference_chair,
    h.stage, h.level, h.theme, h.team, h.response_due, h.responded_on, h.resolved_on, h.outcome, h.cafcass, h.legal_advice,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.iro_disputes as h on h.subject = t.identifier and h.authority = t.authority
where {{usable}}
