-- title:   Dental checks, list 8 of Annex A
-- purpose: How assertions of this dataset become star.fact_dental_check for the children touched: the last one of each child
-- into:    star.fact_dental_check
select
    t.person_key, h.authority, h.last_dental_check as day, 'Completed' as status, null::text as outcome, null::boolean as dentist_registered,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.annex_a_children_in_care as h on h.child_unique_id = t.identifier and h.authority = t.authority
where {{usable}} and h.last_dental_check is not null
