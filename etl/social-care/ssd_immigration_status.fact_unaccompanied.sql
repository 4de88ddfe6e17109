-- title:   Unaccompanied asylum-seeking children, from the case system
-- purpose: Who is or was unaccompanied, and the day that ended (DUC)
-- into:    star.fact_unaccompanied
-- rules:   a status that names UASC is that of an unaccompanied asylum-seeking child (ssd_objects.yaml, ssd_immigration_status). The
--          return's module belongs to a collection year: here that in which the status began
-- edges:   of several such statuses the last to end counts; one that goes on has no end
select distinct on (t.person_key)
    t.person_key, h.authority,
    d.collection_year, h.immi_immigration_status_end_date as duc,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_immigration_status as h on h.immi_person_id = t.identifier and h.authority = t.authority
join star.dim_date as d on d.date = h.immi_immigration_status_start_date
where {{usable}} and h.immi_immigration_status ilike '%uasc%'
order by t.person_key, h.immi_immigration_status_end_date desc nulls first, h.business_key, h.occurrence
