-- title:   Previous permanence, from the SSDA903 return
-- purpose: How assertions of this dataset become star.fact_previous_permanence for the children touched
-- into:    star.fact_previous_permanence
select
    t.person_key, h.authority,
    h.scope as collection_year, h.prev_perm, h.la_perm, h.date_perm,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssda903_previous_permanence as h on h.child = t.identifier and h.authority = t.authority
where {{usable}}
