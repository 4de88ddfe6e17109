-- title:   Strengths and difficulties scores, from the case system
-- purpose: How assertions of this dataset become star.fact_sdq for the children touched
-- into:    star.fact_sdq
-- rules:   the score is the carer's, as the return asks (formats/ssda903.yaml, OC2.SDQ_SCORE)
-- edges:   of two of one day the one with a score stands, then that with the smaller identifier
select distinct on (t.person_key, h.csdq_sdq_completed_date)
    t.person_key, h.authority,
    h.csdq_sdq_completed_date as day, 'C'::text as respondent, h.csdq_sdq_score as score, null::integer as emotional, null::integer as conduct,
    null::integer as hyperactivity, null::integer as peer, null::integer as prosocial,
    case when h.csdq_sdq_score is null then h.csdq_sdq_reason end as reason,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_sdq_scores as h on h.csdq_person_id = t.identifier and h.authority = t.authority
where {{usable}} and h.csdq_sdq_completed_date is not null
order by t.person_key, h.csdq_sdq_completed_date, h.csdq_sdq_score is null, h.business_key, h.occurrence
