-- title:   Substance misuse screenings, from the nursing team's workbook
-- purpose: How assertions of this dataset become star.fact_substance_misuse for the children touched
-- into:    star.fact_substance_misuse
-- rules:   help that was received had been offered
-- edges:   no answer whether a problem was identified: a named substance says so
with read as (
    select
        t.person_key, h.*,
        coalesce(h.identified, case when h.substance = 'NONE' then false when h.substance is not null then true end) as found
    from touched as t
    join source.substance_misuse_screenings as h on h.subject = t.identifier and h.authority = t.authority
    where {{usable}} and h.screening_date is not null
)
select distinct on (person_key, screening_date, main_substance)
    person_key, authority, screening_date as day, main_substance as substance, found as identified,
    referral_date as referred,
    coalesce(intervention_offered, case when intervention_received then true end) as intervention_offered, intervention_received,
    scope, as_at, occurrence, assertion_id
from read
cross join lateral (select coalesce(substance, case when found then 'NS' else 'NONE' end) as main_substance) as named
order by person_key, screening_date, main_substance, business_key, occurrence
