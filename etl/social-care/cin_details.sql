-- title:   Referrals and episodes of need, from the CIN census
-- purpose: How assertions of this dataset become star.fact_referral for the children touched
-- into:    star.fact_referral
select
    t.person_key, h.authority,
    h.cinreferraldate as referred, h.referralsource as source, h.primaryneedcode as primary_need, h.referralnfa as no_further_action,
    h.cinclosuredate as closed, h.reasonforclosure as closure_reason, null::text[] as outcomes, null::text as team, null::text as worker,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.cin_details as h on h.lachildid = t.identifier and h.authority = t.authority
where {{usable}}
