-- title:   Assessments
-- purpose: How assertions of this dataset become star.fact_assessment for the children touched
-- into:    star.fact_assessment
-- inputs:  source.ssd_cin_episodes, source.ssd_assessment_factors
-- edges:   of two that began on one day the one authorised last stands; factors are read from their JSON list by pattern
with found as (
    select f.authority, f.cinf_assessment_id as assessment, array_agg(distinct c.code[1] order by c.code[1]) as factors
    from source.ssd_assessment_factors as f
    cross join lateral regexp_matches(f.cinf_assessment_factors_json, '"\s*([0-9]{1,2}[A-F]?)\s*"', 'g') as c (code)
    where f.holds and not f.absent and f.unusable is null
    group by f.authority, f.cinf_assessment_id
)
select distinct on (t.person_key, h.cina_assessment_start_date)
    t.person_key, h.authority,
    h.cina_assessment_start_date as started, (r.cine_referral_date at time zone 'Europe/London')::date as referred,
    null::date as internal_review, h.cina_assessment_auth_date as authorised, h.cina_assessment_child_seen as child_seen,
    h.cina_assessment_outcome_nfa as no_further_action, found.factors, star.flags_set(h.cina_assessment_outcome_json) as outcomes,
    h.cina_assessment_team as team, h.cina_assessment_worker_id as worker,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_cin_assessments as h on h.cina_person_id = t.identifier and h.authority = t.authority
left join source.ssd_cin_episodes as r
    on r.cine_referral_id = h.cina_referral_id and r.cine_person_id = t.identifier and r.authority = h.authority
   and r.holds and not r.absent and r.unusable is null and r.occurrence = 1
left join found on found.assessment = h.cina_assessment_id and found.authority = h.authority
where {{usable}} and h.cina_assessment_start_date is not null
order by t.person_key, h.cina_assessment_start_date, h.cina_assessment_auth_date desc nulls last, h.business_key, h.occurrence
