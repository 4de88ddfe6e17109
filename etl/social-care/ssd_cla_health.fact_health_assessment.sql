-- title:   Health assessments, from the case system
-- purpose: The health assessments among the checks
-- into:    star.fact_health_assessment
-- edges:   a check without a status is one that was done; the case system does not tell initial and review assessments apart
select distinct on (t.person_key, h.clah_health_check_date, c.status)
    t.person_key, h.authority,
    h.clah_health_check_date as day, c.status, null::text as kind, null::date as requested, null::date as consent_requested,
    null::date as consent_received, null::date as due, null::date as offered, case c.status when 'Completed' then h.clah_health_check_date end as done,
    null::date as report_returned, null::text as late_reason, null::text as assessor,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_cla_health as h on h.clah_person_id = t.identifier and h.authority = t.authority
cross join lateral (select coalesce(h.clah_health_check_status, 'Completed') as status) as c
where {{usable}} and h.clah_health_check_type = 'HEALTH' and h.clah_health_check_date is not null
order by t.person_key, h.clah_health_check_date, c.status, h.business_key, h.occurrence
