-- title:   Contacts with care leavers
-- purpose: The latest contact that the case system keeps with each care leaver
-- into:    star.fact_visit
-- edges:   only the latest contact is kept by the case system; star.fact_care_leaver_position has what earlier extracts said
select distinct on (t.person_key, v.visited)
    t.person_key, h.authority,
    v.visited, 'leaving_care'::text as purpose, null::boolean as seen, null::boolean as seen_alone, null::boolean as virtual, null::text as reason_not_seen,
    null::boolean as bedroom_seen, h.clea_care_leaver_worker_id as worker,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_care_leavers as h on h.clea_person_id = t.identifier and h.authority = t.authority
cross join lateral (select (h.clea_care_leaver_latest_contact at time zone 'Europe/London')::date as visited) as v
where {{usable}} and v.visited is not null
order by t.person_key, v.visited, h.business_key, h.occurrence
