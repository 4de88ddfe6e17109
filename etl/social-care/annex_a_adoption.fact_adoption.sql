-- title:   Adoptions, list 10 of Annex A
-- purpose: How assertions of this dataset become star.fact_adoption for the children touched, once the order is made
-- into:    star.fact_adoption
-- rules:   the collection year is that in which the order was made: the year whose return asks for it
-- edges:   the list does not tell of the adopters
select
    t.person_key, h.authority,
    to_char(h.adoption_order_date - interval '3 months', 'YYYY') || '-' || to_char(h.adoption_order_date + interval '9 months', 'YY') as collection_year,
    h.decision_date as date_int, h.matched_date as date_match, null::text as foster_care, null::text as nb_adoptr, null::text as sex_adoptr,
    null::text as ls_adoptr,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.annex_a_adoption as h on h.child_unique_id = t.identifier and h.authority = t.authority
where {{usable}} and h.adoption_order_date is not null
