-- title:   Children's homes, from Ofsted's list for authorities
-- purpose: How assertions of this dataset become star.dim_placement_provider
-- into:    star.dim_placement_provider
select
    h.authority, h.urn, h.name, h.sector, coalesce(h.provider_type, 'CHILDRENS_HOME') as provider_kind, h.local_authority, h.postcode,
    h.registration_date as registered_from, h.closed_date as registered_to, h.owner, h.places, h.registration_status,
    replace(replace(h.placement_types, ' ', ''), '/', ',') as placement_codes, replace(replace(h.provider_types, ' ', ''), '/', ',') as provider_codes, h.region,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from source.ofsted_childrens_homes as h
where {{usable}}
