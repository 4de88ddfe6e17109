-- title:   Social worker allocations, from the case system
-- purpose: The case-holding social workers of a child, by their Social Work England number
-- into:    star.fact_social_worker_episode
-- inputs:  source.ssd_professionals
-- rules:   the case worker is the role CW (ssd_objects.yaml, ssd_involvements); the return asks for the registered number
--          (formats/ssda903.yaml, SWEpisodes.SW_ID), so a case worker without one is not told
-- edges:   of two that began on one day the one that goes on, or ended last, stands
select distinct on (t.person_key, h.invo_involvement_start_date)
    t.person_key, h.authority,
    h.invo_involvement_start_date as sw_decom, h.invo_involvement_end_date as sw_dec, p.prof_social_worker_registration_no as sw_id,
    h.invo_worker_change_reason as sw_reason,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_involvements as h on h.invo_person_id = t.identifier and h.authority = t.authority
join source.ssd_professionals as p on p.prof_professional_id = h.invo_professional_id and p.authority = h.authority
    and p.holds and not p.absent and p.unusable is null and p.occurrence = 1
where {{usable}} and h.invo_professional_role_id = 'CW' and h.invo_involvement_start_date is not null and p.prof_social_worker_registration_no is not null
order by t.person_key, h.invo_involvement_start_date, h.invo_involvement_end_date desc nulls first, h.business_key, h.occurrence
