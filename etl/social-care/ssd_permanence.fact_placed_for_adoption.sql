-- title:   Decisions to place for adoption, from the case system
-- purpose: When it was decided that a child should be placed for adoption, and when and why that was reversed
-- into:    star.fact_placed_for_adoption
-- edges:   of two records of one decision the one that was reversed stands
select distinct on (t.person_key, h.perm_adm_decision_date)
    t.person_key, h.authority,
    h.perm_adm_decision_date as date_placed, h.perm_decision_reversed_date as date_placed_ceased,
    h.perm_decision_reversed_reason as reason_placed_ceased,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_permanence as h on h.perm_person_id = t.identifier and h.authority = t.authority
where {{usable}} and h.perm_adm_decision_date is not null
order by t.person_key, h.perm_adm_decision_date, h.perm_decision_reversed_date nulls last, h.business_key, h.occurrence
