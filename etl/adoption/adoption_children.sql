-- title:   Steps to adoption, from the regional adoption agency
-- purpose: How assertions of this dataset become star.fact_permanence_milestone: a row for each date given
-- into:    star.fact_permanence_milestone
select
    t.person_key, h.authority, step.milestone, step.reached, step.detail,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.adoption_children as h on h.subject = t.identifier and h.authority = t.authority
cross join lateral (values
    ('decision', h.decision_date, null),
    ('placement_order', h.placement_order, null),
    ('matched', h.match_date, null),
    ('placed_ffa', h.fostered_for_adoption, null),
    ('placed_with_foster_carer', h.with_carer_since, null),
    ('placed', h.moved_in, h.agency_urn),
    ('reversed', h.reversed_date, h.reversed_reason),
    ('order', h.adoption_order, 'ADOPTION')) as step (milestone, reached, detail)
where {{usable}} and step.reached is not null
