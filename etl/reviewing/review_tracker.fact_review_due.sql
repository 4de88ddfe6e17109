-- title:   The next review of each child, from the independent reviewing service
-- purpose: How the tracker's reviews not yet held become star.fact_review_due for the children touched
-- into:    star.fact_review_due
-- rules:   the earliest due day that has not been held; one before the due day of a review that was held was passed over, and is not due
with reviews as (
    select t.person_key, h.*
    from touched as t
    join source.review_tracker as h on h.subject = t.identifier and h.authority = t.authority
    where {{usable}} and h.cancelled is not true
)
select distinct on (r.person_key)
    r.person_key, r.authority,
    r.due, r.planned, r.iro,
    r.scope, r.as_at, r.occurrence, r.assertion_id
from reviews as r
where r.held is null
  and not exists (select from reviews as later where later.person_key = r.person_key and later.held is not null and later.due > r.due)
order by r.person_key, r.due
