-- title:   The authority's own children's homes
-- purpose: How assertions of this dataset become star.dim_childrens_home
-- into:    star.dim_childrens_home
select
    h.authority, h.urn, h.name, h.kind, h.places, h.postcode, h.opened, h.closed,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from source.childrens_homes as h
where {{usable}}
