-- title:   Identifiers of children, from the CIN census
-- purpose: The unique pupil numbers by which social care knows the children touched, now and before
-- into:    identity.known_as
select distinct t.person_key, h.authority, i.kind, i.value
from touched as t
join source.cin_children as h on h.lachildid = t.identifier and h.authority = t.authority
cross join lateral (values ('upn', h.upn), ('former_upn', h.formerupn)) as i (kind, value)
where {{usable}} and i.value is not null
