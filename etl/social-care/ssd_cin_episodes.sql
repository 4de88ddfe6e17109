-- title:   Referrals
-- purpose: How assertions of this dataset become star.fact_referral for the children touched
-- into:    star.fact_referral
-- edges:   of two referrals of one day the one that went further stands, then the one still open or closed last
select distinct on (t.person_key, r.referred)
    t.person_key, h.authority,
    r.referred, h.cine_referral_source_code as source, h.cine_cin_primary_need_code as primary_need, h.cine_referral_nfa as no_further_action,
    h.cine_close_date as closed, h.cine_close_reason as closure_reason, star.flags_set(h.cine_referral_outcome_json) as outcomes,
    h.cine_referral_team as team, h.cine_referral_worker_id as worker,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_cin_episodes as h on h.cine_person_id = t.identifier and h.authority = t.authority
cross join lateral (select (h.cine_referral_date at time zone 'Europe/London')::date as referred) as r
where {{usable}} and r.referred is not null
order by t.person_key, r.referred, h.cine_referral_nfa nulls first, h.cine_close_date desc nulls first, h.business_key, h.occurrence
