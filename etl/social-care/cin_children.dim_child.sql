-- title:   The child as the CIN census of each year saw it
-- purpose: How assertions of this dataset become star.dim_child for the children touched: one candidate per collection year
-- into:    star.dim_child
-- rules:   GenderCurrent was asked for up to 2023-24, Sex since; where there is no pupil number the reason why stands in its place, as in
--          the return
-- edges:   of an unborn child only the day it is expected is known
select
    t.person_key, h.authority, h.lachildid as child, h.personbirthdate as dob, coalesce(h.sex, h.gendercurrent) as sex, h.ethnicity as ethnic,
    coalesce(h.upn, h.upnunknown) as upn, null::text as forename, null::text as surname, null::text as disability, null::text as address_area,
    h.expectedpersonbirthdate as expected_dob, h.persondeathdate as died, h.gendercurrent as gender, null::text as nationality,
    make_date(left(h.scope, 4)::int, 4, 1) as valid_from,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.cin_children as h on h.lachildid = t.identifier and h.authority = t.authority
where {{usable}}
