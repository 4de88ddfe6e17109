-- title:   Social care providers, from Ofsted's list for authorities
-- purpose: How assertions of this dataset become star.dim_placement_provider
-- into:    star.dim_placement_provider
select
    h.authority, h.urn, h.name, h.sector, h.provider_type as provider_kind, h.local_authority, h.postcode,
    h.registration_date as registered_from, h.deregistration_date as registered_to, h.owner, h.places, h.registration_status,
    replace(replace(h.placement_code, ' ', ''), '/', ',') as placement_codes, replace(replace(h.provider_code, ' ', ''), '/', ',') as provider_codes, h.region,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from source.ofsted_social_care_providers as h
where {{usable}}
