-- title:   Adoptive families, list 10 of Annex A
-- purpose: How assertions of this dataset become star.fact_sibling_group for the children touched: the family, which list 11 names too
-- into:    star.fact_sibling_group
select
    t.person_key, h.authority, h.decision_date as decided, null::boolean as part_of_group, null::integer as placed_together,
    null::integer as placed_apart, h.family_identifier as family,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.annex_a_adoption as h on h.child_unique_id = t.identifier and h.authority = t.authority
where {{usable}} and h.family_identifier is not null
