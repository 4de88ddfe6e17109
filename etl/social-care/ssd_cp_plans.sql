-- title:   Child protection plans
-- purpose: How assertions of this dataset become star.fact_cp_plan for the children touched
-- into:    star.fact_cp_plan
-- inputs:  source.ssd_cin_episodes, source.ssd_initial_cp_conference
-- edges:   of two plans from one day our own stands before one of another authority, then the one that goes on or ended last
select distinct on (t.person_key, h.cppl_cp_plan_start_date)
    t.person_key, h.authority,
    h.cppl_cp_plan_start_date as started, (r.cine_referral_date at time zone 'Europe/London')::date as referred, c.held as conference,
    h.cppl_cp_plan_end_date as ended, h.cppl_cp_plan_initial_category as initial_category, h.cppl_cp_plan_latest_category as latest_category,
    null::integer as previous_plans, h.cppl_cp_plan_ola as other_authority, null::text as team, null::text as worker,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_cp_plans as h on h.cppl_person_id = t.identifier and h.authority = t.authority
left join source.ssd_cin_episodes as r
    on r.cine_referral_id = h.cppl_referral_id and r.cine_person_id = t.identifier and r.authority = h.authority
   and r.holds and not r.absent and r.unusable is null and r.occurrence = 1
left join lateral (
    select min(i.icpc_icpc_date) as held
    from source.ssd_initial_cp_conference as i
    where i.icpc_icpc_id = h.cppl_icpc_id and i.icpc_person_id = t.identifier and i.authority = h.authority
      and i.holds and not i.absent and i.unusable is null
) as c on true
where {{usable}} and h.cppl_cp_plan_start_date is not null
order by t.person_key, h.cppl_cp_plan_start_date, h.cppl_cp_plan_ola nulls first, h.cppl_cp_plan_end_date desc nulls first, h.business_key, h.occurrence
