-- title:   Child in need plans
-- purpose: How assertions of this dataset become star.fact_cin_plan for the children touched
-- into:    star.fact_cin_plan
-- inputs:  source.ssd_cin_episodes
-- edges:   of two plans from one day the one that goes on, or ended last, stands
select distinct on (t.person_key, h.cinp_cin_plan_start_date)
    t.person_key, h.authority,
    h.cinp_cin_plan_start_date as started, (r.cine_referral_date at time zone 'Europe/London')::date as referred, h.cinp_cin_plan_end_date as ended,
    h.cinp_cin_plan_team as team, h.cinp_cin_plan_worker_id as worker,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_cin_plans as h on h.cinp_person_id = t.identifier and h.authority = t.authority
left join source.ssd_cin_episodes as r
    on r.cine_referral_id = h.cinp_referral_id and r.cine_person_id = t.identifier and r.authority = h.authority
   and r.holds and not r.absent and r.unusable is null and r.occurrence = 1
where {{usable}} and h.cinp_cin_plan_start_date is not null
order by t.person_key, h.cinp_cin_plan_start_date, h.cinp_cin_plan_end_date desc nulls first, h.business_key, h.occurrence
