-- title:   Health surveillance of children under five, from the top-up workbook
-- purpose: How assertions of this dataset become star.fact_health_surveillance for the children touched
-- into:    star.fact_health_surveillance
select
    t.person_key, h.authority,
    h.checked_on, h.up_to_date, h.last_review,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.top_up_health_surveillance as h on h.subject = t.identifier and h.authority = t.authority
where {{usable}}
