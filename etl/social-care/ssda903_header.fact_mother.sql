-- title:   Mothers among children in care
-- purpose: How assertions of this dataset become star.fact_mother for the children touched
-- into:    star.fact_mother
select
    t.person_key, h.authority, h.mother, h.mc_dob,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssda903_header as h on h.child = t.identifier and h.authority = t.authority
where {{usable}} and (h.mother is not null or h.mc_dob is not null)
