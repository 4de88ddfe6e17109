-- title:   Adoptions (AD1), from the SSDA903 return
-- purpose: How assertions of this dataset become star.fact_adoption for the children touched
-- into:    star.fact_adoption
select
    t.person_key, h.authority,
    h.scope as collection_year, h.date_int, h.date_match, h.foster_care, h.nb_adoptr, h.sex_adoptr, h.ls_adoptr,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssda903_ad1 as h on h.child = t.identifier and h.authority = t.authority
where {{usable}}
