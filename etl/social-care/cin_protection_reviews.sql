-- title:   Reviews of child protection plans, from the CIN census
-- purpose: How assertions of this dataset become star.fact_cp_review for the children touched
-- into:    star.fact_cp_review
select
    t.person_key, h.authority,
    h.cppreviewdate as held, h.cppstartdate as plan_started, null::date as due, null::boolean as continues, null::boolean as quorate,
    null::text as participation, null::text as meeting,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.cin_protection_reviews as h on h.lachildid = t.identifier and h.authority = t.authority
where {{usable}}
