-- title:   Referrals, list 3 of Annex A
-- purpose: How assertions of this dataset become star.fact_referral for the children touched; need and closure come from list 6, whose
--          episode of need starts on the day of the referral
-- into:    star.fact_referral
-- inputs:  source.annex_a_children_in_need
-- edges:   list 6 has a child's latest episode only: of an earlier referral need and closure are not known
select
    t.person_key, h.authority,
    h.date_of_referral as referred, h.referral_source as source, need.primary_need, h.referral_nfa as no_further_action,
    need.cin_closure_date as closed, need.closure_reason, null::text[] as outcomes, h.allocated_team as team, h.allocated_worker as worker,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.annex_a_referrals as h on h.child_unique_id = t.identifier and h.authority = t.authority
left join source.annex_a_children_in_need as need
    on need.child_unique_id = h.child_unique_id and need.authority = h.authority and need.cin_start_date = h.date_of_referral
    and need.holds and not need.absent and need.unusable is null and need.occurrence = 1
where {{usable}}
