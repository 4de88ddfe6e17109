-- title:   Contacts
-- purpose: How assertions of this dataset become star.fact_contact for the children touched
-- into:    star.fact_contact
-- edges:   contacts of one day and one source are one fact: the one that led to something; the day is that of England
select distinct on (t.person_key, c.received, c.source)
    t.person_key, h.authority,
    c.received, c.source, c.outcomes, case when h.cont_contact_outcome_json is not null then coalesce('nfa' = any(c.outcomes), false) end as no_further_action,
    null::date as decided,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_contacts as h on h.cont_person_id = t.identifier and h.authority = t.authority
cross join lateral (
    select (h.cont_contact_date at time zone 'Europe/London')::date as received, coalesce(h.cont_contact_source_code, '10') as source,
           star.flags_set(h.cont_contact_outcome_json) as outcomes
) as c
where {{usable}} and h.cont_contact_date is not null
order by t.person_key, c.received, c.source, 'nfa' = any(c.outcomes) nulls last, h.business_key, h.occurrence
