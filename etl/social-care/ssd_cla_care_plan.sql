-- title:   Care plans
-- purpose: How assertions of this dataset become star.fact_care_plan for the children touched
-- into:    star.fact_care_plan
-- rules:   the case system flags every permanence a plan aims at; the most settled is the plan: adoption, long-term fostering,
--          guardianship (long term with relatives or friends), residential, supported living, return (annex_a.yaml, permanence_plan)
-- edges:   of two plans from one day the one in force, or ended last, stands; a plan without a flag has no aim told
select distinct on (t.person_key, h.lacp_cla_care_plan_start_date)
    t.person_key, h.authority,
    h.lacp_cla_care_plan_start_date as started, h.lacp_cla_care_plan_end_date as ended,
    case when f.flags && array['adoption'] then 'ADOPTION'
         when f.flags && array['ltfost18'] then 'LONG_TERM_FOSTERING'
         when f.flags && array['ltrelfr'] then 'GUARDIANSHIP'
         when f.flags && array['resplmt'] then 'RESIDENTIAL'
         when f.flags && array['suppliv'] then 'SUPPORTED_LIVING'
         when f.flags && array['return1m', 'return6m', 'returnev', 'remainsup'] then 'RETURN'
         when f.flags is not null then 'OTHER' end as plan,
    (select array_agg(upper(x.flag) order by upper(x.flag)) from unnest(f.flags) as x (flag)) as plans,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_cla_care_plan as h on h.lacp_person_id = t.identifier and h.authority = t.authority
-- offset 0: read once, not once for every aim asked after
cross join lateral (select star.flags_set(h.lacp_cla_care_plan_json) as flags offset 0) as f
where {{usable}} and h.lacp_cla_care_plan_start_date is not null
order by t.person_key, h.lacp_cla_care_plan_start_date, h.lacp_cla_care_plan_end_date desc nulls first, h.business_key, h.occurrence
