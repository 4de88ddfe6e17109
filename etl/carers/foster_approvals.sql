-- title:   Approvals of foster households and their terms
-- purpose: How assertions of this dataset become star.fact_foster_approval
-- into:    star.fact_foster_approval
select
    h.authority, h.household_id as household, h.approved_from, h.approved_to, h.carer_type, h.places, h.age_from, h.age_to, h.terms,
    h.panel_date as panel, h.end_reason,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from source.foster_approvals as h
where {{usable}}
