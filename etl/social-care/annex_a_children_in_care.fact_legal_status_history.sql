-- title:   Legal status, list 8 of Annex A
-- purpose: How assertions of this dataset become star.fact_legal_status_history for the children touched: the status of each child now
-- into:    star.fact_legal_status_history
-- rules:   a status of care ends with the period of care
select
    t.person_key, h.authority, h.legal_status_start as started, h.legal_status as status, h.period_end_date as ended,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.annex_a_children_in_care as h on h.child_unique_id = t.identifier and h.authority = t.authority
where {{usable}} and h.legal_status_start is not null and h.legal_status is not null
