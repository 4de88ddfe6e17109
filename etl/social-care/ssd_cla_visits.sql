-- title:   Visits to children in care
-- purpose: How assertions of this dataset become star.fact_visit for the children touched
-- into:    star.fact_visit
-- edges:   visits of one day are one fact: the one at which the child was seen, and seen alone
select distinct on (t.person_key, v.visited)
    t.person_key, h.authority,
    v.visited, 'cla'::text as purpose, h.clav_cla_visit_seen as seen, h.clav_cla_visit_seen_alone as seen_alone, null::boolean as virtual, null::text as reason_not_seen,
    null::boolean as bedroom_seen, null::text as worker,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_cla_visits as h on h.clav_person_id = t.identifier and h.authority = t.authority
cross join lateral (select (h.clav_cla_visit_date at time zone 'Europe/London')::date as visited) as v
where {{usable}} and v.visited is not null
order by t.person_key, v.visited, h.clav_cla_visit_seen desc nulls last, h.clav_cla_visit_seen_alone desc nulls last, h.business_key, h.occurrence
