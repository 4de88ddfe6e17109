-- title:   Incidents at children's homes
-- purpose: How incidents become star.fact_home_incident: about homes, made anew as a whole
-- into:    star.fact_home_incident
-- rules:   an incident with an outcome of a crime had a crime recorded, whatever the flag says; where neither is told, it is not known
select
    h.authority, h.reference,
    h.occurred_at, h.urn, h.postcode, h.category,
    h.police_called, h.police_reference, h.restorative, h.crime_outcome,
    case when h.crime_outcome is not null then true else h.crime_recorded end as crime_recorded,
    h.children, h.injury, h.notifiable, h.screened_on,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from source.home_incidents as h
where {{usable}}
