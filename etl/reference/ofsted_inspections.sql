-- title:   Inspections of social care providers, from Ofsted's management information
-- purpose: How assertions of this dataset become star.fact_provider_inspection
-- into:    star.fact_provider_inspection
select
    h.authority, h.urn, h.inspection_date as inspected, h.inspection_type as kind, h.overall, h.protection, h.leadership,
    h.publication_date as published,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from source.ofsted_inspections as h
where {{usable}}
