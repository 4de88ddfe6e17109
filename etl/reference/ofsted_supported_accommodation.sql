-- title:   Supported accommodation, from Ofsted's list for authorities
-- purpose: How assertions of this dataset become star.dim_placement_provider
-- into:    star.dim_placement_provider
-- rules:   supported accommodation is placement K3 from 2023-24; the sheet has no codes, so they follow from what it is
select
    h.authority, h.urn, h.name, h.sector, coalesce(h.provider_type, 'SUPPORTED') as provider_kind, h.local_authority, h.postcode,
    h.registration_date as registered_from, h.closed_date as registered_to, h.owner, h.places, h.registration_status,
    'K3' as placement_codes, case h.sector when 'LA' then 'PR1,PR2' when 'VOLUNTARY' then 'PR5' else 'PR4' end as provider_codes, h.region,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from source.ofsted_supported_accommodation as h
where {{usable}}
