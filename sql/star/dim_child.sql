-- title:   The child, version by version
-- purpose: A version lasts until a later telling says something else of the child. Names, death and what else the returns do not ask
--          stand in the versions after the one that told them
-- into:    star.dim_child
-- inputs:  told
-- rules:   silence is no answer: a source that has no field for something does not unsay what another told before
-- edges:   what the first return of a child says is taken to have held since that year's 1 April
with carried as (
    select
        person_key, authority, child, dob, sex, ethnic, upn,
        star.newest_answer(forename) over so_far as forename, star.newest_answer(surname) over so_far as surname,
        star.newest_answer(disability) over so_far as disability, star.newest_answer(address_area) over so_far as address_area,
        star.newest_answer(expected_dob) over so_far as expected_dob, star.newest_answer(died) over so_far as died,
        star.newest_answer(gender) over so_far as gender, star.newest_answer(nationality) over so_far as nationality,
        valid_from, dataset, assertion_id
    from told
    window so_far as (partition by person_key order by valid_from)
),
compared as (
    select
        carried.*,
        (authority, child, dob, sex, ethnic, upn, forename, surname, disability, address_area, expected_dob, died, gender, nationality)
            is not distinct from
            lag((authority, child, dob, sex, ethnic, upn, forename, surname, disability, address_area, expected_dob, died, gender, nationality)) over by_time
            as same_as_before
    from carried
    window by_time as (partition by person_key order by valid_from)
)
select
    person_key, authority, child, dob, sex, ethnic, upn, forename, surname, disability, address_area, expected_dob, died, gender, nationality, valid_from,
    (lead(valid_from) over (partition by person_key order by valid_from) - 1) as valid_to,
    dataset, assertion_id
from compared
where same_as_before is not true
