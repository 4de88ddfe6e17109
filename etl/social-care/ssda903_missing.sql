-- title:   Missing and away without authorisation, from the SSDA903 return
-- purpose: How assertions of this dataset become star.fact_missing for the children touched
-- into:    star.fact_missing
select
    h.person_key, h.authority,
    h.missing, h.mis_start, h.mis_end,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from source.ssda903_missing_held as h
join touched using (person_key)
