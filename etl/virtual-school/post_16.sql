-- title:   Education, employment and training after 16, from the virtual school
-- purpose: How assertions of this dataset become star.fact_post16 for the children touched
-- into:    star.fact_post16
select distinct on (t.person_key, h.started)
    t.person_key, h.authority,
    h.started, h.ended, h.activity, h.school_urn as urn, h.level, h.offer_made, h.neet_reason, h.outcome,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.post_16 as h on h.subject = t.identifier and h.authority = t.authority
where {{usable}} and h.started is not null
order by t.person_key, h.started, h.business_key, h.occurrence
