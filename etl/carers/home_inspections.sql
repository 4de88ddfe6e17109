-- title:   Ofsted inspections of the authority's own homes
-- purpose: How assertions of this dataset become star.fact_provider_inspection
-- into:    star.fact_provider_inspection
select
    h.authority, h.urn, h.inspected, h.kind, h.overall, h.protection, h.leadership, h.published,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from source.home_inspections as h
where {{usable}}
