-- title:   Learner numbers of children with special educational needs
-- purpose: The pupil and learner numbers on a record of special educational needs
-- into:    star.fact_identifier
-- inputs:  source.ssd_person, source.ssd_linked_identifiers
-- edges:   a number that the person's own row or the list of identifiers has, too, is told there
select distinct on (t.person_key, i.kind, i.identifier)
    t.person_key, h.authority,
    i.kind, i.identifier, null::date as valid_from, null::date as valid_to,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_send as h on h.send_person_id = t.identifier and h.authority = t.authority
cross join lateral (values ('upn', h.send_upn), ('uln', regexp_replace(h.send_uln, '\s', '', 'g'))) as i (kind, identifier)
where {{usable}} and i.identifier is not null
  and not exists (
    select from source.ssd_person as p
    where p.pers_person_id = h.send_person_id and p.authority = h.authority and p.holds and not p.absent and p.unusable is null
      and i.kind = 'upn' and p.pers_upn = i.identifier)
  and not exists (
    select from source.ssd_linked_identifiers as l
    where l.link_person_id = h.send_person_id and l.authority = h.authority and l.holds and not l.absent and l.unusable is null
      and l.link_identifier_type = i.kind and regexp_replace(l.link_identifier_value, '\s', '', 'g') = i.identifier)
order by t.person_key, i.kind, i.identifier, h.business_key, h.occurrence
