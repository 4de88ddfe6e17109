-- title:   Review conferences, list 7 of Annex A
-- purpose: How assertions of this dataset become star.fact_cp_review for the children touched: the latest review of each plan
-- into:    star.fact_cp_review
-- edges:   a list shows the latest review only; what an earlier list called the latest is told by other feeds
select
    t.person_key, h.authority,
    h.latest_review as held, h.plan_start_date as plan_started, null::date as due, null::boolean as continues, null::boolean as quorate,
    null::text as participation, null::text as meeting,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.annex_a_child_protection as h on h.child_unique_id = t.identifier and h.authority = t.authority
where {{usable}} and h.latest_review is not null
