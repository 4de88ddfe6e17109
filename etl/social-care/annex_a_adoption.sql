-- title:   Decisions that a child should be placed for adoption, list 10 of Annex A
-- purpose: How assertions of this dataset become star.fact_placed_for_adoption for the children touched
-- into:    star.fact_placed_for_adoption
select
    t.person_key, h.authority, h.decision_date as date_placed, h.reversed_date as date_placed_ceased, h.reversed_reason as reason_placed_ceased,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.annex_a_adoption as h on h.child_unique_id = t.identifier and h.authority = t.authority
where {{usable}}
