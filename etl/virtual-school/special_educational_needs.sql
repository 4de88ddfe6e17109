-- title:   Special educational needs, from the virtual school
-- purpose: How assertions of this dataset become star.fact_sen for the children touched
-- into:    star.fact_sen
select distinct on (t.person_key, h.started)
    t.person_key, h.authority,
    h.started, h.ended, h.provision, h.primary_need, h.secondary_need, h.ehcp_issued, h.ehcp_reviewed, h.ehcp_review_due, h.ehcp_authority,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.special_educational_needs as h on h.subject = t.identifier and h.authority = t.authority
where {{usable}} and h.started is not null
order by t.person_key, h.started, h.business_key, h.occurrence
