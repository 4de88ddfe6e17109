-- title:   Steps to adoption, list 10 of Annex A
-- purpose: How assertions of this dataset become star.fact_permanence_milestone for the children touched: a row for each date given
-- into:    star.fact_permanence_milestone
select
    t.person_key, h.authority, step.milestone, step.reached, step.detail,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.annex_a_adoption as h on h.child_unique_id = t.identifier and h.authority = t.authority
cross join lateral (values
    ('decision', h.decision_date, null),
    ('placement_order', h.placement_order_date, null),
    ('matched', h.matched_date, null),
    ('placed_ffa', h.fostering_for_adoption_date, null),
    ('placed', h.placed_date, null),
    ('reversed', h.reversed_date, h.reversed_reason),
    ('order', h.adoption_order_date, 'ADOPTION')) as step(milestone, reached, detail)
where {{usable}} and step.reached is not null
