-- title:   Education, health and care plans, from the case system
-- purpose: Each plan that was issued, with its needs and its latest annual review
-- into:    star.fact_sen
-- inputs:  source.ssd_ehcp_requests, source.ssd_ehcp_assessment, source.ssd_ehcp_named_plan, source.ssd_ehcp_active_plans, source.ssd_sen_need
-- rules:   a plan belongs to the assessment, that to the request, that to the child's record (ssd_objects.yaml, relationships_in_brief);
--          needs and the annual review hang on the request's plan in force, so a plan that ceased has none
-- edges:   of two plans from one day the one in force stands
with in_force as (
    select
        p.authority, p.ehcp_ehcp_request_id as request, max(p.ehcp_active_ehcp_last_review_date) as reviewed,
        min(s.senn_active_ehcp_need_type) filter (where s.senn_active_ehcp_need_rank = '1') as primary_need,
        min(s.senn_active_ehcp_need_type) filter (where s.senn_active_ehcp_need_rank = '2') as secondary_need
    from source.ssd_ehcp_active_plans as p
    left join source.ssd_sen_need as s on s.senn_active_ehcp_id = p.ehcp_active_ehcp_id and s.authority = p.authority
        and s.holds and not s.absent and s.unusable is null
    where p.holds and not p.absent and p.unusable is null
    group by p.authority, p.ehcp_ehcp_request_id
)
select distinct on (t.person_key, n.ehcn_named_plan_start_date)
    t.person_key, h.authority,
    n.ehcn_named_plan_start_date as started, n.ehcn_named_plan_ceased_date as ended, 'E'::text as provision,
    v.primary_need, v.secondary_need, n.ehcn_named_plan_start_date as ehcp_issued,
    v.reviewed as ehcp_reviewed, null::date as ehcp_review_due, null::text as ehcp_authority,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_send as h on h.send_person_id = t.identifier and h.authority = t.authority
join source.ssd_ehcp_requests as r on r.ehcr_send_table_id = h.send_table_id and r.authority = h.authority
    and r.holds and not r.absent and r.unusable is null
join source.ssd_ehcp_assessment as a on a.ehca_ehcp_request_id = r.ehcr_ehcp_request_id and a.authority = h.authority
    and a.holds and not a.absent and a.unusable is null
join source.ssd_ehcp_named_plan as n on n.ehcn_ehcp_asmt_id = a.ehca_ehcp_assessment_id and n.authority = h.authority
    and n.holds and not n.absent and n.unusable is null
left join in_force as v on v.request = r.ehcr_ehcp_request_id and v.authority = h.authority and n.ehcn_named_plan_ceased_date is null
where {{usable}} and n.ehcn_named_plan_start_date is not null
order by t.person_key, n.ehcn_named_plan_start_date, n.ehcn_named_plan_ceased_date desc nulls first, n.business_key, h.business_key, h.occurrence
