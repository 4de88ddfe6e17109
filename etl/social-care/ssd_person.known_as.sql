-- title:   Identifiers of children, from the case system
-- purpose: The pupil and NHS numbers by which social care knows the children touched, now and before
-- into:    identity.known_as
-- edges:   every version in source speaks: other agencies go on using a number after social care has another
select distinct t.person_key, h.authority, i.kind, i.value
from touched as t
join source.ssd_person as h on h.pers_person_id = t.identifier and h.authority = t.authority
cross join lateral (values ('upn', h.pers_upn), ('nhs_number', h.pers_common_child_id)) as i (kind, value)
where not h.absent and h.unusable is null and i.value is not null
