-- title:   Contacts with care leavers, list 9 of Annex A
-- purpose: How assertions of this dataset become star.fact_visit for the young people touched: the latest contact of each
-- into:    star.fact_visit
select
    t.person_key, h.authority,
    h.latest_contact as visited, 'leaving_care'::text as purpose, null::boolean as seen, null::boolean as seen_alone, null::boolean as virtual,
    null::text as reason_not_seen, null::boolean as bedroom_seen, null::text as worker,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.annex_a_care_leavers as h on h.child_unique_id = t.identifier and h.authority = t.authority
where {{usable}} and h.latest_contact is not null
