-- title:   Disabilities
-- purpose: How assertions of this dataset become star.fact_disability for the children touched
-- into:    star.fact_disability
select distinct on (t.person_key, h.disa_disability_code)
    t.person_key, h.authority,
    h.disa_disability_code as disability,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_disability as h on h.disa_person_id = t.identifier and h.authority = t.authority
where {{usable}} and h.disa_disability_code is not null
order by t.person_key, h.disa_disability_code, h.business_key, h.occurrence
