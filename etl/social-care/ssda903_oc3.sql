-- title:   Care leavers (OC3), from the SSDA903 return
-- purpose: How assertions of this dataset become star.fact_care_leaver for the children touched
-- into:    star.fact_care_leaver
select
    t.person_key, h.authority,
    h.scope as collection_year, h.in_touch, h.activ, h.accom,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssda903_oc3 as h on h.child = t.identifier and h.authority = t.authority
where {{usable}}
