-- title:   Numbers of the child that the case system holds beside its own
-- purpose: Pupil number, NHS number and the number in an earlier system
-- into:    star.fact_identifier
select distinct on (t.person_key, i.kind, i.identifier)
    t.person_key, h.authority,
    i.kind, i.identifier, null::date as valid_from, null::date as valid_to,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_person as h on h.pers_person_id = t.identifier and h.authority = t.authority
cross join lateral (
    values ('upn', h.pers_upn), ('nhs_number', h.pers_common_child_id), ('legacy_id', h.pers_legacy_id)
) as i (kind, identifier)
where {{usable}} and i.identifier is not null
order by t.person_key, i.kind, i.identifier, h.business_key, h.occurrence
