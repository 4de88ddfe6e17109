-- title:   Immunisation status, from the nursing team's workbook
-- purpose: How assertions of this dataset become star.fact_immunisation for the children touched
-- into:    star.fact_immunisation
-- rules:   the return asks for yes or no (OC2, IMMUNISATIONS): partly up to date and declined are no
-- edges:   not known, blank, or a spelling nobody knows: neither
select distinct on (t.person_key, h.status_date)
    t.person_key, h.authority,
    h.status_date as day, h.status,
    case when h.status = 'Y' then true when h.status in ('N', 'P', 'D') then false end as up_to_date,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.immunisations as h on h.subject = t.identifier and h.authority = t.authority
where {{usable}} and h.status_date is not null
order by t.person_key, h.status_date, h.business_key, h.occurrence
