-- title:   Places of foster households on a date
-- purpose: How assertions of this dataset become star.fact_foster_capacity
-- into:    star.fact_foster_capacity
select
    h.authority, h.household_id as household, h.counted_on, h.approved, h.filled, h.vacant, h.on_hold, h.hold_reason,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from source.foster_capacity as h
where {{usable}}
