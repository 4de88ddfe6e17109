-- title:   Statutory reviews, list 8 of Annex A
-- purpose: How assertions of this dataset become star.fact_review for the children touched: the latest review of each child
-- into:    star.fact_review
-- edges:   how the child took part is not told
select
    t.person_key, h.authority, h.latest_review as review, null::text as review_code,
    null::date as due, null::integer as number_in_period, null::text as iro, null::integer as meetings, null::text as mode,
    null::boolean as plan_agreed, null::text as permanence_plan, null::boolean as chaired_by_child,
    null::date as decisions_sent, null::date as minutes_sent,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.annex_a_children_in_care as h on h.child_unique_id = t.identifier and h.authority = t.authority
where {{usable}} and h.latest_review is not null
