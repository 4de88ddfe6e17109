-- title:   Allocations of workers and teams
-- purpose: How assertions of this dataset become star.fact_involvement for the children touched
-- into:    star.fact_involvement
-- inputs:  source.ssd_cin_episodes
-- edges:   of two allocations of one worker in one role from one day the one that goes on, or ended last, stands
select distinct on (t.person_key, h.invo_involvement_start_date, i.role, i.worker)
    t.person_key, h.authority,
    h.invo_involvement_start_date as started, i.role, i.worker, h.invo_involvement_end_date as ended, h.invo_professional_team as team,
    h.invo_worker_change_reason as reason, (r.cine_referral_date at time zone 'Europe/London')::date as referred,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_involvements as h on h.invo_person_id = t.identifier and h.authority = t.authority
cross join lateral (select coalesce(h.invo_professional_role_id, '') as role, coalesce(h.invo_professional_id, '') as worker) as i
left join source.ssd_cin_episodes as r
    on r.cine_referral_id = h.invo_referral_id and r.cine_person_id = t.identifier and r.authority = h.authority
   and r.holds and not r.absent and r.unusable is null and r.occurrence = 1
where {{usable}} and h.invo_involvement_start_date is not null
order by t.person_key, h.invo_involvement_start_date, i.role, i.worker, h.invo_involvement_end_date desc nulls first, h.business_key, h.occurrence
