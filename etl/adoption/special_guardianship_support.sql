-- title:   Special guardianship orders and the support given
-- purpose: How assertions of this dataset become star.fact_special_guardianship
-- into:    star.fact_special_guardianship
select
    t.person_key, h.authority,
    h.order_date as ordered, h.guardian_kind, h.from_care, h.assessed, h.support_kind, h.support_from, h.support_to, h.weekly_allowance, h.review_due,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.special_guardianship_support as h on h.subject = t.identifier and h.authority = t.authority
where {{usable}}
