-- title:   Adoptive families and siblings, from the regional adoption agency
-- purpose: How assertions of this dataset become star.fact_sibling_group
-- into:    star.fact_sibling_group
select
    t.person_key, h.authority,
    h.decision_date as decided, h.sibling_group as part_of_group, h.siblings_together as placed_together,
    h.siblings_apart as placed_apart, h.family_id as family,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.adoption_children as h on h.subject = t.identifier and h.authority = t.authority
where {{usable}} and coalesce(h.sibling_group::text, h.family_id) is not null
