-- title:   Pupil numbers of children with special educational needs
-- purpose: The pupil numbers by which social care knows the children touched
-- into:    identity.known_as
select distinct t.person_key, h.authority, 'upn' as kind, h.send_upn as value
from touched as t
join source.ssd_send as h on h.send_person_id = t.identifier and h.authority = t.authority
where {{usable}} and h.send_upn is not null
