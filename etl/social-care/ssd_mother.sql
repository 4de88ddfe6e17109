-- title:   Mothers and their children
-- purpose: The children of a young mother
-- into:    star.fact_family_link
select distinct on (t.person_key, h.moth_childs_person_id)
    t.person_key, h.authority,
    'mother_of'::text as kind, h.moth_childs_person_id as other, h.moth_childs_dob as other_dob,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_mother as h on h.moth_person_id = t.identifier and h.authority = t.authority
where {{usable}}
order by t.person_key, h.moth_childs_person_id, h.business_key, h.occurrence
