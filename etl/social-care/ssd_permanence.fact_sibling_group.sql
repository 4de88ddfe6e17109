-- title:   Brothers and sisters of a child with an adoption decision
-- purpose: Whether they are placed together, as the adoption and special guardianship return asks
-- into:    star.fact_sibling_group
-- edges:   of two records of one decision that with the smaller identifier stands
select distinct on (t.person_key, h.perm_adm_decision_date)
    t.person_key, h.authority,
    h.perm_adm_decision_date as decided, h.perm_part_of_sibling_group as part_of_group, h.perm_siblings_placed_together as placed_together,
    h.perm_siblings_placed_apart as placed_apart, null::text as family,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_permanence as h on h.perm_person_id = t.identifier and h.authority = t.authority
where {{usable}} and h.perm_adm_decision_date is not null and num_nonnulls(h.perm_part_of_sibling_group, h.perm_siblings_placed_together, h.perm_siblings_placed_apart) > 0
order by t.person_key, h.perm_adm_decision_date, h.business_key, h.occurrence
