-- title:   Advocates' contacts with children where they live
-- purpose: How contacts become star.fact_advocacy_visit for the children touched
-- into:    star.fact_advocacy_visit
select
    t.person_key, h.authority,
    h.visited_on, h.reference, h.urn, h.mode, h.kind, h.seen,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.advocacy_visits as h on h.subject = t.identifier and h.authority = t.authority
where {{usable}}
