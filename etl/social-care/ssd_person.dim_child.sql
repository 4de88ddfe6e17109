-- title:   The child, from the case system, from extract to extract
-- purpose: One candidate version for each extract that said something else of the child; the child as it stands is the newest
-- into:    star.dim_child
-- rules:   where there is no pupil number the reason why stands in its place, as in the return
-- edges:   every version in source speaks, not only the one that holds: what was true before stays true of its time. A child who is no
--          longer in the extract stays as last told; of two files of one day the later one speaks, of two identifiers of one
--          child the smaller one
select distinct on (t.person_key, h.as_at)
    t.person_key, h.authority, h.pers_person_id as child, h.pers_dob as dob, h.pers_sex as sex, h.pers_ethnicity as ethnic,
    coalesce(h.pers_upn, h.pers_upn_unknown) as upn, h.pers_forename as forename, h.pers_surname as surname,
    null::text as disability, null::text as address_area, h.pers_expected_dob as expected_dob, h.pers_death_date as died,
    h.pers_gender as gender, h.pers_nationality as nationality, h.as_at as valid_from,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_person as h on h.pers_person_id = t.identifier and h.authority = t.authority
where not h.absent and h.unusable is null
order by t.person_key, h.as_at, h.load_id desc, h.occurrence, h.business_key
