-- title:   Children involved in incidents at children's homes
-- purpose: How the children of incidents become star.fact_home_incident_child
-- into:    star.fact_home_incident_child
select
    t.person_key, h.authority,
    h.reference, h.role,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.home_incident_children as h on h.subject = t.identifier and h.authority = t.authority
where {{usable}}
