-- title:   Identifiers of children, from the SSDA903 return
-- purpose: The unique pupil numbers by which social care knows the children touched
-- into:    identity.known_as
-- edges:   UN1 to UN5 say why there is none, and are left out where identifiers are made canonical
select t.person_key, h.authority, 'upn' as kind, h.upn as value
from touched as t
join source.ssda903_header as h on h.child = t.identifier and h.authority = t.authority
where {{usable}} and h.upn is not null
