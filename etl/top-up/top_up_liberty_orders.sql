-- title:   Deprivation of liberty orders, from the top-up workbook
-- purpose: How assertions of this dataset become star.fact_deprivation_of_liberty for the children touched
-- into:    star.fact_deprivation_of_liberty
select
    t.person_key, h.authority,
    h.order_start as dolo_start, h.order_end as dolo_end,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.top_up_liberty_orders as h on h.subject = t.identifier and h.authority = t.authority
where {{usable}}
