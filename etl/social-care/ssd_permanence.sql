-- title:   Steps to permanence
-- purpose: How assertions of this dataset become star.fact_permanence_milestone for the children touched
-- into:    star.fact_permanence_milestone
-- edges:   a step told twice for one day is one
select distinct on (t.person_key, m.milestone, m.reached)
    t.person_key, h.authority,
    m.milestone, m.reached, m.detail,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_permanence as h on h.perm_person_id = t.identifier and h.authority = t.authority
cross join lateral (
    values
        ('decision', h.perm_adm_decision_date, null),
        ('ffa_decision', h.perm_ffa_cp_decision_date, null),
        ('placement_order', h.perm_placement_order_date, null),
        ('matched', h.perm_matched_date, null),
        ('placed_ffa', h.perm_placed_ffa_cp_date, null),
        ('placed_with_foster_carer', h.perm_placed_foster_carer_date, null),
        ('placed', h.perm_placed_for_adoption_date, h.perm_placement_provider_urn),
        ('reversed', h.perm_decision_reversed_date, h.perm_decision_reversed_reason),
        ('order', h.perm_permanence_order_date, h.perm_permanence_order_type)
) as m (milestone, reached, detail)
where {{usable}} and m.reached is not null
order by t.person_key, m.milestone, m.reached, m.detail nulls last, h.business_key, h.occurrence
