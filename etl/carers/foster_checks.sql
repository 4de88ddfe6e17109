-- title:   Checks of foster carers, due and done
-- purpose: How assertions of this dataset become star.fact_carer_check
-- into:    star.fact_carer_check
-- edges:   the same check twice under two numbers is one: by the order in which all tellings are chosen
select
    h.authority, h.household_id as household, coalesce(h.carer_id, '') as carer, h.check_type as kind, h.due_date as due, h.done_date as done, h.outcome,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from source.foster_checks as h
where {{usable}}
