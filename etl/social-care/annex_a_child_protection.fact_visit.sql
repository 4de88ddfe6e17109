-- title:   Statutory visits under child protection plans, list 7 of Annex A
-- purpose: How assertions of this dataset become star.fact_visit for the children touched: the last visit of each plan
-- into:    star.fact_visit
-- edges:   a child seen alone was seen; whether a child not seen alone was seen the list does not say
select
    t.person_key, h.authority,
    h.last_visit as visited, 'cp' as purpose, case when h.seen_alone = '1' then true end as seen,
    case h.seen_alone when '1' then true when '0' then false end as seen_alone, null::boolean as virtual, null::text as reason_not_seen,
    null::boolean as bedroom_seen, null::text as worker,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.annex_a_child_protection as h on h.child_unique_id = t.identifier and h.authority = t.authority
where {{usable}} and h.last_visit is not null
