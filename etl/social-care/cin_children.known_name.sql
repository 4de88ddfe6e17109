-- title:   Dates of birth of children, from the CIN census
-- purpose: The dates of birth by which social care knows the children touched; the census has no names
-- into:    identity.known_name
select distinct t.person_key, h.authority, h.personbirthdate as date_of_birth, null::text as forename, null::text as surname
from touched as t
join source.cin_children as h on h.lachildid = t.identifier and h.authority = t.authority
where {{usable}} and h.personbirthdate is not null
