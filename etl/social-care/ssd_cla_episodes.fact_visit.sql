-- title:   Contacts of the independent reviewing officer
-- purpose: The latest visit or contact that the case system keeps with each episode of care
-- into:    star.fact_visit
-- edges:   only the latest contact of each episode is kept by the case system
select distinct on (t.person_key, v.visited)
    t.person_key, h.authority,
    v.visited, 'iro'::text as purpose, null::boolean as seen, null::boolean as seen_alone, null::boolean as virtual, null::text as reason_not_seen,
    null::boolean as bedroom_seen, null::text as worker,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_cla_episodes as h on h.clae_person_id = t.identifier and h.authority = t.authority
cross join lateral (select (h.clae_cla_last_iro_contact_date at time zone 'Europe/London')::date as visited) as v
where {{usable}} and v.visited is not null
order by t.person_key, v.visited, h.business_key, h.occurrence
