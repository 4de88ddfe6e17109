-- title:   Statutory reviews, from the SSDA903 return
-- purpose: How assertions of this dataset become star.fact_review for the children touched
-- into:    star.fact_review
select
    t.person_key, h.authority,
    h.review, h.review_code,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssda903_reviews as h on h.child = t.identifier and h.authority = t.authority
where {{usable}}
