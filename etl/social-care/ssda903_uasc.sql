-- title:   Unaccompanied asylum-seeking children, from the SSDA903 return
-- purpose: How assertions of this dataset become star.fact_unaccompanied for the children touched
-- into:    star.fact_unaccompanied
select
    h.person_key, h.authority,
    h.scope as collection_year, h.duc,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from source.ssda903_uasc_held as h
join touched using (person_key)
