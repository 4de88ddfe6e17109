-- title:   Foster carers, from the fostering service
-- purpose: How assertions of this dataset become star.dim_foster_carer
-- into:    star.dim_foster_carer
-- rules:   1 and 2 are what the return wrote for the sex up to 2023-24
select
    h.authority, h.carer_id as carer, h.household_id as household, h.forename, h.surname, h.date_of_birth as dob,
    case h.sex when '1' then 'M' when '2' then 'F' else h.sex end as sex, h.ethnicity as ethnic,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from source.foster_carers as h
where {{usable}}
