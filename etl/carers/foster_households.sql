-- title:   Foster households, from the fostering service
-- purpose: How assertions of this dataset become star.dim_foster_household
-- into:    star.dim_foster_household
select
    h.authority, h.household_id as household, h.postcode, h.supervising_worker, h.first_approved, h.left_on, h.left_reason,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from source.foster_households as h
where {{usable}}
