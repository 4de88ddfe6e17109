-- title:   Contacts, list 1 of Annex A
-- purpose: How assertions of this dataset become star.fact_contact for the children touched
-- into:    star.fact_contact
-- edges:   the list does not say what came of a contact
select
    t.person_key, h.authority,
    h.date_of_contact as received, h.contact_source as source, null::text[] as outcomes, null::boolean as no_further_action, null::date as decided,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.annex_a_contacts as h on h.child_unique_id = t.identifier and h.authority = t.authority
where {{usable}}
