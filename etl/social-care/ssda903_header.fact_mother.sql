-- title:   Mothers among children in care
-- purpose: How assertions of this dataset become star.fact_mother for the children touched
-- into:    star.fact_mother
select
    h.person_key, h.authority, h.mother, h.mc_dob,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from source.ssda903_header_held as h
join touched using (person_key)
where h.mother is not null or h.mc_dob is not null
