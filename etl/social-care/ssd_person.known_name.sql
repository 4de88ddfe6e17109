-- title:   Names and dates of birth of children, from the case system
-- purpose: The names and dates of birth by which social care knows the children touched, now and before
-- into:    identity.known_name
-- edges:   every version in source speaks: other agencies go on using a name after social care has another
select distinct t.person_key, h.authority, h.pers_dob as date_of_birth, h.pers_forename as forename, h.pers_surname as surname
from touched as t
join source.ssd_person as h on h.pers_person_id = t.identifier and h.authority = t.authority
where not h.absent and h.unusable is null and num_nonnulls(h.pers_dob, h.pers_surname) > 0
