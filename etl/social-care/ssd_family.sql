-- title:   Families
-- purpose: The families a person belongs to
-- into:    star.fact_family_link
select distinct on (t.person_key, h.fami_family_id)
    t.person_key, h.authority,
    'family'::text as kind, h.fami_family_id as other, null::date as other_dob,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_family as h on h.fami_person_id = t.identifier and h.authority = t.authority
where {{usable}}
order by t.person_key, h.fami_family_id, h.business_key, h.occurrence
