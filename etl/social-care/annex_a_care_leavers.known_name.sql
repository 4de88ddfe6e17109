-- title:   Dates of birth of children, from list 9 of Annex A
-- purpose: The dates of birth by which social care knows the children touched; the list has no names
-- into:    identity.known_name
select distinct t.person_key, h.authority, h.date_of_birth, null::text as forename, null::text as surname
from touched as t
join source.annex_a_care_leavers as h on h.child_unique_id = t.identifier and h.authority = t.authority
where {{usable}} and h.date_of_birth is not null
