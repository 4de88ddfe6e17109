-- title:   Deprivation of liberty orders, from the SSDA903 return
-- purpose: How assertions of this dataset become star.fact_deprivation_of_liberty for the children touched
-- into:    star.fact_deprivation_of_liberty
select
    t.person_key, h.authority,
    h.dolo_start, h.dolo_end,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssda903_dolo as h on h.child = t.identifier and h.authority = t.authority
where {{usable}}
