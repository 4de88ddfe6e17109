-- title:   Placement orders, from legal services
-- purpose: How assertions of this dataset become star.fact_placement_order
-- into:    star.fact_placement_order
select
    t.person_key, h.authority,
    h.order_date as made, h.application_date as applied, h.court, h.revoked_date as revoked,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.placement_orders as h on h.subject = t.identifier and h.authority = t.authority
where {{usable}}
