-- title:   Statutory reviews, from the SSDA903 return
-- purpose: How assertions of this dataset become star.fact_review for the children touched
-- into:    star.fact_review
-- edges:   the return has the day and the participation only
select
    t.person_key, h.authority,
    h.review, h.review_code,
    null::date as due, null::integer as number_in_period, null::text as iro, null::integer as meetings, null::text as mode,
    null::boolean as plan_agreed, null::text as permanence_plan, null::boolean as chaired_by_child,
    null::date as decisions_sent, null::date as minutes_sent,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssda903_reviews as h on h.child = t.identifier and h.authority = t.authority
where {{usable}}
