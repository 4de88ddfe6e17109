-- title:   Immigration status
-- purpose: How assertions of this dataset become star.fact_immigration_status for the children touched
-- into:    star.fact_immigration_status
-- rules:   a status that names UASC is that of an unaccompanied asylum-seeking child (ssd_objects.yaml, ssd_immigration_status)
select distinct on (t.person_key, h.immi_immigration_status_start_date, h.immi_immigration_status)
    t.person_key, h.authority,
    h.immi_immigration_status_start_date as started, h.immi_immigration_status as status, h.immi_immigration_status_end_date as ended,
    h.immi_immigration_status ilike '%uasc%' as unaccompanied,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_immigration_status as h on h.immi_person_id = t.identifier and h.authority = t.authority
where {{usable}} and h.immi_immigration_status_start_date is not null and h.immi_immigration_status is not null
order by t.person_key, h.immi_immigration_status_start_date, h.immi_immigration_status, h.immi_immigration_status_end_date desc nulls first, h.business_key, h.occurrence
