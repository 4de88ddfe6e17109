-- title:   Identifiers of children in other systems, as the case system holds them
-- purpose: Pupil and NHS numbers, and the numbers of police and youth justice, by which social care knows the children touched
-- into:    identity.known_as
-- edges:   a pupil number whose validity has ended is a former one; every version in source speaks
select distinct
    t.person_key, h.authority,
    case when h.link_identifier_type = 'upn' and h.link_valid_to_date is not null then 'former_upn' else h.link_identifier_type end as kind,
    h.link_identifier_value as value
from touched as t
join source.ssd_linked_identifiers as h on h.link_person_id = t.identifier and h.authority = t.authority
where not h.absent and h.unusable is null and h.link_identifier_value is not null
  and h.link_identifier_type in ('nhs_number', 'upn', 'former_upn', 'reference:police', 'reference:youth-justice')
