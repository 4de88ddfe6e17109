-- title:   Suspensions and permanent exclusions, from the virtual school
-- purpose: How assertions of this dataset become star.fact_exclusion for the children touched
-- into:    star.fact_exclusion
select distinct on (t.person_key, h.started, h.category)
    t.person_key, h.authority,
    h.started, h.category, h.ended, h.sessions, h.reason_1 as reason, h.reason_2, h.reason_3,
    h.school_urn as urn, h.sen_provision, h.review_date as governors_reviewed, h.outcome, h.day_6_provision,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.exclusions as h on h.subject = t.identifier and h.authority = t.authority
where {{usable}} and h.started is not null
order by t.person_key, h.started, h.category, h.business_key, h.occurrence
