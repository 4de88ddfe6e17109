-- title:   Children in need, list 6 of Annex A
-- purpose: How assertions of this dataset become star.fact_referral for the children touched: the episode of need starts on the day of the
--          referral, and who referred comes from list 3
-- into:    star.fact_referral
-- inputs:  source.annex_a_referrals
-- rules:   the list leaves out children who were referred and nothing more: no_further_action is false
-- edges:   a referral older than six months is not on list 3: who referred is then not known. The day the child was last seen is not
--          taken: the list does not say which kind of visit it was
select
    t.person_key, h.authority,
    h.cin_start_date as referred, referral.referral_source as source, h.primary_need, false as no_further_action,
    h.cin_closure_date as closed, h.closure_reason, null::text[] as outcomes, h.allocated_team as team, h.allocated_worker as worker,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.annex_a_children_in_need as h on h.child_unique_id = t.identifier and h.authority = t.authority
left join source.annex_a_referrals as referral
    on referral.child_unique_id = h.child_unique_id and referral.authority = h.authority and referral.date_of_referral = h.cin_start_date
    and referral.holds and not referral.absent and referral.unusable is null and referral.occurrence = 1
where {{usable}}
