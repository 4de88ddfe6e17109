-- title:   Midway checks between reviews
-- purpose: How checks become star.fact_midway_check for the children touched
-- into:    star.fact_midway_check
select
    t.person_key, h.authority,
    h.checked_on, h.iro, h.child_spoken_to, h.plan_on_track, h.concern,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.iro_monitoring as h on h.subject = t.identifier and h.authority = t.authority
where {{usable}}
