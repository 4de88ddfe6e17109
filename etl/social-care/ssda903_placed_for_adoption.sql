-- title:   Decisions to place for adoption, from the SSDA903 return
-- purpose: How assertions of this dataset become star.fact_placed_for_adoption for the children touched
-- into:    star.fact_placed_for_adoption
select
    t.person_key, h.authority,
    h.date_placed, h.date_placed_ceased, h.reason_placed_ceased,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssda903_placed_for_adoption as h on h.child = t.identifier and h.authority = t.authority
where {{usable}}
