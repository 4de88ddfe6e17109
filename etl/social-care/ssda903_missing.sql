-- title:   Missing and away without authorisation, from the SSDA903 return
-- purpose: How assertions of this dataset become star.fact_missing for the children touched
-- into:    star.fact_missing
select
    t.person_key, h.authority,
    h.missing, h.mis_start, h.mis_end,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssda903_missing as h on h.child = t.identifier and h.authority = t.authority
where {{usable}}
