-- title:   Statutory reviews, from the case system
-- purpose: How assertions of this dataset become star.fact_review for the children touched
-- into:    star.fact_review
-- edges:   a review that was cancelled, or has no day yet, was not held; of two of one day the one that says how the child took part stands
select distinct on (t.person_key, h.clar_cla_review_date)
    t.person_key, h.authority,
    h.clar_cla_review_date as review, h.clar_cla_review_participation as review_code, h.clar_cla_review_due_date as due,
    null::integer as number_in_period, null::text as iro, null::integer as meetings, null::text as mode,
    null::boolean as plan_agreed, null::text as permanence_plan, null::boolean as chaired_by_child,
    null::date as decisions_sent, null::date as minutes_sent,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_cla_reviews as h on h.clar_cla_person_id = t.identifier and h.authority = t.authority
where {{usable}} and h.clar_cla_review_date is not null and h.clar_cla_review_cancelled is not true
order by t.person_key, h.clar_cla_review_date, h.clar_cla_review_participation is null, h.clar_cla_review_due_date, h.business_key, h.occurrence
