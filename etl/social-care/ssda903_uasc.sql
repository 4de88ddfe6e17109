-- title:   Unaccompanied asylum-seeking children, from the SSDA903 return
-- purpose: How assertions of this dataset become star.fact_unaccompanied for the children touched
-- into:    star.fact_unaccompanied
select
    t.person_key, h.authority,
    h.scope as collection_year, h.duc,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssda903_uasc as h on h.child = t.identifier and h.authority = t.authority
where {{usable}}
