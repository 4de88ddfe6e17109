-- title:   Visits to children in care, list 8 of Annex A
-- purpose: How assertions of this dataset become star.fact_visit for the children touched: the social worker's and the reviewing officer's last
-- into:    star.fact_visit
select
    t.person_key, h.authority, told.visited, told.purpose, null::boolean as seen, null::boolean as seen_alone, null::boolean as virtual,
    null::text as reason_not_seen, null::boolean as bedroom_seen, null::text as worker,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.annex_a_children_in_care as h on h.child_unique_id = t.identifier and h.authority = t.authority
cross join lateral (values (h.last_visit, 'cla'), (h.last_iro_contact, 'iro')) as told(visited, purpose)
where {{usable}} and told.visited is not null
