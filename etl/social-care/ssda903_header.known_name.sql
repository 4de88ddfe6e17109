-- title:   Dates of birth of children, from the SSDA903 return
-- purpose: The dates of birth by which social care knows the children touched; the return has no names
-- into:    identity.known_name
select t.person_key, h.authority, h.dob as date_of_birth, null::text as forename, null::text as surname
from touched as t
join source.ssda903_header as h on h.child = t.identifier and h.authority = t.authority
where {{usable}} and h.dob is not null
