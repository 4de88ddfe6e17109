-- title:   Statutory reviews, list 8 of Annex A
-- purpose: How assertions of this dataset become star.fact_review for the children touched: the latest review of each child
-- into:    star.fact_review
-- edges:   how the child took part is not told
select
    t.person_key, h.authority, h.latest_review as review, null::text as review_code,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.annex_a_children_in_care as h on h.child_unique_id = t.identifier and h.authority = t.authority
where {{usable}} and h.latest_review is not null
