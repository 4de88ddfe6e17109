-- title:   Substance misuse, from the case system
-- purpose: How assertions of this dataset become star.fact_substance_misuse for the children touched
-- into:    star.fact_substance_misuse
-- edges:   of two records of one substance and day the one with help received stands
select distinct on (t.person_key, h.clas_substance_misuse_date, s.substance)
    t.person_key, h.authority,
    h.clas_substance_misuse_date as day, s.substance, s.substance <> 'NONE' as identified, null::date as referred, null::boolean as intervention_offered,
    h.clas_intervention_received as intervention_received,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_cla_substance_misuse as h on h.clas_person_id = t.identifier and h.authority = t.authority
cross join lateral (select coalesce(h.clas_substance_misused, 'NS') as substance) as s
where {{usable}} and h.clas_substance_misuse_date is not null
order by t.person_key, h.clas_substance_misuse_date, s.substance, h.clas_intervention_received desc nulls last, h.business_key, h.occurrence
