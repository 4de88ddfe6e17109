-- title:   Section 47 enquiries
-- purpose: How assertions of this dataset become star.fact_section_47_enquiry for the children touched
-- into:    star.fact_section_47_enquiry
-- inputs:  source.ssd_cin_episodes, source.ssd_initial_cp_conference
-- rules:   the case system does not say whether a conference was required: it was where one was called, and was not where the enquiry
--          ended without one
-- edges:   of two enquiries that began on one day the one with a conference stands, then the one still open or ended last
select distinct on (t.person_key, h.s47e_s47_start_date)
    t.person_key, h.authority,
    h.s47e_s47_start_date as started, (r.cine_referral_date at time zone 'Europe/London')::date as referred, h.s47e_s47_end_date as ended,
    h.s47e_s47_nfa as no_further_action,
    case when c.icpc_icpc_id is not null then false when h.s47e_s47_end_date is not null then true end as conference_not_required,
    c.icpc_icpc_target_date as conference_target, c.icpc_icpc_date as conference, star.flags_set(h.s47e_s47_outcome_json) as outcomes,
    h.s47e_s47_completed_by_team as team, h.s47e_s47_completed_by_worker_id as worker,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_s47_enquiry as h on h.s47e_person_id = t.identifier and h.authority = t.authority
left join source.ssd_cin_episodes as r
    on r.cine_referral_id = h.s47e_referral_id and r.cine_person_id = t.identifier and r.authority = h.authority
   and r.holds and not r.absent and r.unusable is null and r.occurrence = 1
left join lateral (
    select i.icpc_icpc_id, i.icpc_icpc_target_date, i.icpc_icpc_date
    from source.ssd_initial_cp_conference as i
    where i.icpc_s47_enquiry_id = h.s47e_s47_enquiry_id and i.icpc_person_id = t.identifier and i.authority = h.authority
      and i.holds and not i.absent and i.unusable is null
    order by i.icpc_icpc_date, i.icpc_icpc_id, i.occurrence
    limit 1
) as c on true
where {{usable}} and h.s47e_s47_start_date is not null
order by t.person_key, h.s47e_s47_start_date, c.icpc_icpc_id is null, h.s47e_s47_end_date desc nulls first, h.business_key, h.occurrence
