-- title:   Special guardianship orders, as steps to permanence
-- purpose: How assertions of this dataset become star.fact_permanence_milestone: a row for each date given
-- into:    star.fact_permanence_milestone
select
    t.person_key, h.authority, step.milestone, step.reached, step.detail,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.special_guardianship_support as h on h.subject = t.identifier and h.authority = t.authority
cross join lateral (values
    ('order', h.order_date, 'SGO')) as step (milestone, reached, detail)
where {{usable}} and step.reached is not null
