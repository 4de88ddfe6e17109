-- title:   Statutory reviews, from the SSDA903 return
-- purpose: How assertions of this dataset become star.fact_review for the children touched
-- into:    star.fact_review
select
    h.person_key, h.authority,
    h.review, h.review_code,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from source.ssda903_reviews_held as h
join touched using (person_key)
