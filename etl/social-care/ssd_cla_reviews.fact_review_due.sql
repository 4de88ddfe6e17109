-- title:   The next statutory review, from the case system
-- purpose: The review of each child that is due first among those not held and not cancelled
-- into:    star.fact_review_due
-- edges:   a review that is due before one that was held after it is not awaited any more: the system kept its row
select distinct on (t.person_key)
    t.person_key, h.authority,
    h.clar_cla_review_due_date as due, null::date as planned, null::text as iro,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_cla_reviews as h on h.clar_cla_person_id = t.identifier and h.authority = t.authority
where {{usable}} and h.clar_cla_review_due_date is not null and h.clar_cla_review_date is null and h.clar_cla_review_cancelled is not true
  and not exists (
    select from source.ssd_cla_reviews as later
    where later.clar_cla_person_id = h.clar_cla_person_id and later.authority = h.authority
      and later.holds and not later.absent and later.unusable is null
      and later.clar_cla_review_date >= h.clar_cla_review_due_date)
order by t.person_key, h.clar_cla_review_due_date, h.business_key, h.occurrence
