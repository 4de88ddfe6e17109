-- title:   The child, version by version
-- purpose: A version lasts until a later year's return says something else of the child
-- into:    star.dim_child
-- inputs:  told
-- edges:   what the first return of a child says is taken to have held since that year's 1 April
with compared as (
    select
        told.*,
        (authority, child, dob, sex, ethnic, upn, forename, surname, disability, address_area)
            is not distinct from lag((authority, child, dob, sex, ethnic, upn, forename, surname, disability, address_area)) over by_time
            as same_as_before
    from told
    window by_time as (partition by person_key order by valid_from)
)
select
    person_key, authority, child, dob, sex, ethnic, upn, forename, surname, disability, address_area, valid_from,
    (lead(valid_from) over (partition by person_key order by valid_from) - 1) as valid_to,
    dataset, assertion_id
from compared
where same_as_before is not true
