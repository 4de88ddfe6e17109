-- title:   Adoptions, from the case system
-- purpose: Decision, match and adopters of children who were matched or adopted
-- into:    star.fact_adoption
-- rules:   the return's module belongs to the collection year of the adoption; before the order, to that of the match
-- edges:   of several records the one with an adoption order stands, then the latest match
select distinct on (t.person_key)
    t.person_key, h.authority,
    d.collection_year, h.perm_adm_decision_date as date_int, h.perm_matched_date as date_match,
    case h.perm_adopted_by_carer_flag when true then '1' when false then '0' end as foster_care,
    h.perm_number_of_adopters as nb_adoptr, h.perm_adopter_sex as sex_adoptr, h.perm_adopter_legal_status as ls_adoptr,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_permanence as h on h.perm_person_id = t.identifier and h.authority = t.authority
join star.dim_date as d
    on d.date = case when h.perm_permanence_order_type = 'ADOPTION' then coalesce(h.perm_permanence_order_date, h.perm_matched_date) else h.perm_matched_date end
where {{usable}} and coalesce(h.perm_permanence_order_type, 'ADOPTION') = 'ADOPTION'
order by t.person_key, h.perm_permanence_order_date desc nulls last, h.perm_matched_date desc nulls last, h.business_key, h.occurrence
