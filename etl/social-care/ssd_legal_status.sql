-- title:   Legal status, in care and out of it
-- purpose: How assertions of this dataset become star.fact_legal_status_history for the children touched
-- into:    star.fact_legal_status_history
-- edges:   of two records of one status from one day the one in force, or ended last, stands
select distinct on (t.person_key, h.lega_legal_status_start_date, h.lega_legal_status)
    t.person_key, h.authority,
    h.lega_legal_status_start_date as started, h.lega_legal_status as status, h.lega_legal_status_end_date as ended,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_legal_status as h on h.lega_person_id = t.identifier and h.authority = t.authority
where {{usable}} and h.lega_legal_status_start_date is not null and h.lega_legal_status is not null
order by t.person_key, h.lega_legal_status_start_date, h.lega_legal_status, h.lega_legal_status_end_date desc nulls first, h.business_key, h.occurrence
