-- title:   Mothers among the children, from the case system
-- purpose: Whether a girl or young woman is a mother, and the birth date of her first child
-- into:    star.fact_mother
-- inputs:  source.ssd_mother
-- rules:   the return asks for the first child only (formats/ssda903.yaml, Header.MC_DOB)
-- edges:   nobody answers for a boy; without a child on record the answer is no, as the case system has no other
select distinct on (t.person_key)
    t.person_key, h.authority,
    case when c.born is not null or h.pers_is_mother then '1' else '0' end as mother, c.born as mc_dob,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_person as h on h.pers_person_id = t.identifier and h.authority = t.authority
left join lateral (
    select min(m.moth_childs_dob) as born
    from source.ssd_mother as m
    where m.moth_person_id = h.pers_person_id and m.authority = h.authority and m.holds and not m.absent and m.unusable is null
) as c on true
where {{usable}} and (h.pers_sex = 'F' or c.born is not null)
order by t.person_key, c.born is null, h.business_key, h.occurrence
