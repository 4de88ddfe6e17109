-- title:   The child as the return of each year saw it
-- purpose: How assertions of this dataset become star.dim_child for the children touched: one candidate per collection year
-- into:    star.dim_child
-- rules:   SEX was written 1 and 2 up to 2023-24 and is M, F, U since (reference, change log 2024-25)
select
    t.person_key, h.authority, h.child, h.dob,
    case h.sex when '1' then 'M' when '2' then 'F' else h.sex end as sex,
    h.ethnic, h.upn,
    null::text as forename, null::text as surname, null::text as disability, null::text as address_area,
    null::date as expected_dob, null::date as died, null::text as gender, null::text as nationality,
    make_date(left(h.scope, 4)::int, 4, 1) as valid_from,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssda903_header as h on h.child = t.identifier and h.authority = t.authority
where {{usable}}
