-- title:   Schools, from Get Information about Schools
-- purpose: How assertions of this dataset become star.dim_school
-- into:    star.dim_school
select
    h.authority, h.urn, h.establishmentname as name, h.typeofestablishment as kind, h.phaseofeducation as phase, h.la_name as local_authority,
    h.postcode, h.opendate as opened, h.closedate as closed, h.la_code::smallint as authority_number, h.establishmentnumber as establishment_number,
    h.establishmentstatus as status, h.statutorylowage as lowest_age, h.statutoryhighage as highest_age, h.numberofpupils as pupils,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from source.gias_establishments as h
where {{usable}}
