-- title:   Assessments, from the CIN census
-- purpose: How assertions of this dataset become star.fact_assessment for the children touched, with the factors that they found
-- into:    star.fact_assessment
-- inputs:  source.cin_assessment_factors
-- edges:   the census does not ask whether the child was seen
select
    t.person_key, h.authority,
    h.assessmentactualstartdate as started, h.cinreferraldate as referred, h.assessmentinternalreviewdate as internal_review,
    h.assessmentauthorisationdate as authorised, null::boolean as child_seen, null::boolean as no_further_action,
    (
        select array_agg(distinct f.assessmentfactor order by f.assessmentfactor)
        from source.cin_assessment_factors as f
        where f.lachildid = h.lachildid and f.authority = h.authority and f.assessmentactualstartdate = h.assessmentactualstartdate
          and f.scope = h.scope and f.holds and not f.absent and f.unusable is null
    ) as factors,
    null::text[] as outcomes, null::text as team, null::text as worker,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.cin_assessments as h on h.lachildid = t.identifier and h.authority = t.authority
where {{usable}}
