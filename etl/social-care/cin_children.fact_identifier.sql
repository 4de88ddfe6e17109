-- title:   Pupil numbers, from the CIN census
-- purpose: How assertions of this dataset become star.fact_identifier for the children touched
-- into:    star.fact_identifier
select
    t.person_key, h.authority, told.kind, told.identifier, null::date as valid_from, null::date as valid_to,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.cin_children as h on h.lachildid = t.identifier and h.authority = t.authority
cross join lateral (values ('upn', h.upn), ('former_upn', h.formerupn)) as told(kind, identifier)
where {{usable}} and told.identifier is not null and told.identifier not like 'UN%'
