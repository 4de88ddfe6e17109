-- title:   What placements cost by the week, from commissioning and finance
-- purpose: How assertions of this dataset become star.fact_placement_cost
-- into:    star.fact_placement_cost
select
    t.person_key, h.authority,
    h.cost_from, h.element, h.cost_to, h.placement_id, h.provider_urn as urn, h.provider, h.sourced, h.registration,
    h.weekly_cost, h.social_care, h.education, h.health,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.placement_costs as h on h.subject = t.identifier and h.authority = t.authority
where {{usable}} and h.cost_from is not null
