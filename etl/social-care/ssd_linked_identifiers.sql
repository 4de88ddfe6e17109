-- title:   Numbers by which other systems know the child
-- purpose: How assertions of this dataset become star.fact_identifier for the children touched
-- into:    star.fact_identifier
-- inputs:  source.ssd_person
-- edges:   a number that the person's own row has, too, is told there; numbers are compared without spaces
select distinct on (t.person_key, i.kind, i.identifier)
    t.person_key, h.authority,
    i.kind, i.identifier, h.link_valid_from_date as valid_from, h.link_valid_to_date as valid_to,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_linked_identifiers as h on h.link_person_id = t.identifier and h.authority = t.authority
cross join lateral (
    select coalesce(h.link_identifier_type, 'not stated') as kind, regexp_replace(h.link_identifier_value, '\s', '', 'g') as identifier
) as i
where {{usable}} and i.identifier <> '' and not exists (
    select from source.ssd_person as p
    where p.pers_person_id = h.link_person_id and p.authority = h.authority and p.holds and not p.absent and p.unusable is null
      and ((i.kind = 'upn' and p.pers_upn = i.identifier) or (i.kind = 'nhs_number' and p.pers_common_child_id = i.identifier)
           or (i.kind = 'legacy_id' and p.pers_legacy_id = i.identifier)))
order by t.person_key, i.kind, i.identifier, h.link_valid_to_date desc nulls first, h.business_key, h.occurrence
