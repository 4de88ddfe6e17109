-- title:   Dental checks, from the case system
-- purpose: The dental checks among the checks
-- into:    star.fact_dental_check
-- edges:   a check without a status is one that was done
select distinct on (t.person_key, h.clah_health_check_date, c.status)
    t.person_key, h.authority,
    h.clah_health_check_date as day, c.status, null::text as outcome, null::boolean as dentist_registered,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_cla_health as h on h.clah_person_id = t.identifier and h.authority = t.authority
cross join lateral (select coalesce(h.clah_health_check_status, 'Completed') as status) as c
where {{usable}} and h.clah_health_check_type = 'DENTAL' and h.clah_health_check_date is not null
order by t.person_key, h.clah_health_check_date, c.status, h.business_key, h.occurrence
