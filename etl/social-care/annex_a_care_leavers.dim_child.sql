-- title:   The child, from list 9 of Annex A
-- purpose: One version of a child whom neither the return, the case system's extract nor the CIN census names
-- into:    star.dim_child
-- inputs:  source.ssda903_header, source.ssd_person, source.cin_children
-- rules:   the lists say less than any of those three: where one of them names the child, what the lists say is not taken
-- edges:   the version holds from birth; of several lists the one of the lowest precedence speaks
select distinct on (t.person_key, valid_from)
    t.person_key, h.authority, h.child_unique_id as child, h.date_of_birth as dob, h.gender as sex, h.ethnicity as ethnic, null::text as upn,
    null::text as forename, null::text as surname, null::text as disability, null::text as address_area,
    null::date as expected_dob, null::date as died, null::text as gender, null::text as nationality,
    h.date_of_birth as valid_from,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.annex_a_care_leavers as h on h.child_unique_id = t.identifier and h.authority = t.authority
where {{usable}} and h.date_of_birth is not null
  and not exists (
    select from source.ssda903_header as s
    where s.child = h.child_unique_id and s.authority = h.authority and s.holds and not s.absent and s.unusable is null)
  and not exists (
    select from source.ssd_person as s
    where s.pers_person_id = h.child_unique_id and s.authority = h.authority and s.holds and not s.absent and s.unusable is null)
  and not exists (
    select from source.cin_children as s
    where s.lachildid = h.child_unique_id and s.authority = h.authority and s.holds and not s.absent and s.unusable is null)
order by t.person_key, valid_from, h.business_key desc, h.occurrence
