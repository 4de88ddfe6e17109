-- title:   Immunisations, from the case system
-- purpose: How assertions of this dataset become star.fact_immunisation for the children touched
-- into:    star.fact_immunisation
select distinct on (t.person_key, h.clai_immunisations_status_date)
    t.person_key, h.authority,
    h.clai_immunisations_status_date as day, case h.clai_immunisations_status when true then 'Y' when false then 'N' end as status, h.clai_immunisations_status as up_to_date,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_cla_immunisations as h on h.clai_person_id = t.identifier and h.authority = t.authority
where {{usable}} and h.clai_immunisations_status_date is not null
order by t.person_key, h.clai_immunisations_status_date, h.business_key, h.occurrence
