-- title:   Previous permanence, from the SSDA903 return
-- purpose: How assertions of this dataset become star.fact_previous_permanence for the children touched
-- into:    star.fact_previous_permanence
select
    h.person_key, h.authority,
    h.scope as collection_year, h.prev_perm, h.la_perm, h.date_perm,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from source.ssda903_previous_permanence_held as h
join touched using (person_key)
