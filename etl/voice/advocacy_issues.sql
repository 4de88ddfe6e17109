-- title:   Referrals to advocacy and their issues
-- purpose: How referrals become star.fact_advocacy_issue for the children touched
-- into:    star.fact_advocacy_issue
select
    t.person_key, h.authority,
    h.reference, h.referred_on, h.advocacy_type, h.referrer, h.area, h.theme, h.issue, h.accepted,
    h.first_contact, h.closed, h.outcome, h.meetings_attended, h.satisfaction,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.advocacy_issues as h on h.subject = t.identifier and h.authority = t.authority
where {{usable}}
