-- title:   Visits by independent visitors
-- purpose: How visits become star.fact_independent_visit for the children touched
-- into:    star.fact_independent_visit
-- edges:   two records of one day are one visit: one that was held counts before one that was missed
select distinct on (t.person_key, h.visited_on)
    t.person_key, h.authority,
    h.visited_on, h.mode, coalesce(h.missed, false) as missed, h.missed_reason,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.independent_visits as h on h.subject = t.identifier and h.authority = t.authority
where {{usable}}
order by t.person_key, h.visited_on, coalesce(h.missed, false), h.reference
