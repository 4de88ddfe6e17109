-- title:   Child in need plans, from the CIN census
-- purpose: How assertions of this dataset become star.fact_cin_plan for the children touched
-- into:    star.fact_cin_plan
select
    t.person_key, h.authority,
    h.cinplanstartdate as started, h.cinreferraldate as referred, h.cinplanenddate as ended, null::text as team, null::text as worker,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.cin_plans as h on h.lachildid = t.identifier and h.authority = t.authority
where {{usable}}
