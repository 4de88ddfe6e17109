-- title:   Initial child protection conferences
-- purpose: How assertions of this dataset become star.fact_conference for the children touched
-- into:    star.fact_conference
-- inputs:  source.ssd_cin_episodes, source.ssd_s47_enquiry
-- edges:   a conference that has no day was not held; of two of one day the one that made a plan stands
select distinct on (t.person_key, h.icpc_icpc_date)
    t.person_key, h.authority,
    h.icpc_icpc_date as held, (r.cine_referral_date at time zone 'Europe/London')::date as referred, s.started as section_47_started,
    h.icpc_icpc_transfer_in as transfer_in, h.icpc_icpc_target_date as target, h.icpc_icpc_outcome_cp_flag as plan_made,
    h.icpc_icpc_meeting_id as meeting, star.flags_set(h.icpc_icpc_outcome_json) as outcomes, h.icpc_icpc_team as team, h.icpc_icpc_worker_id as worker,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_initial_cp_conference as h on h.icpc_person_id = t.identifier and h.authority = t.authority
left join source.ssd_cin_episodes as r
    on r.cine_referral_id = h.icpc_referral_id and r.cine_person_id = t.identifier and r.authority = h.authority
   and r.holds and not r.absent and r.unusable is null and r.occurrence = 1
left join lateral (
    select min(e.s47e_s47_start_date) as started
    from source.ssd_s47_enquiry as e
    where e.s47e_s47_enquiry_id = h.icpc_s47_enquiry_id and e.s47e_person_id = t.identifier and e.authority = h.authority
      and e.holds and not e.absent and e.unusable is null
) as s on true
where {{usable}} and h.icpc_icpc_date is not null
order by t.person_key, h.icpc_icpc_date, h.icpc_icpc_outcome_cp_flag desc nulls last, h.business_key, h.occurrence
