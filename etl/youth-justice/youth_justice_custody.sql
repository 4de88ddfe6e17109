-- title:   Remands and custodial sentences
-- purpose: How remands and sentences become star.fact_custody for the children touched
-- into:    star.fact_custody
select distinct on (t.person_key, h.started, h.kind)
    t.person_key, h.authority,
    h.started, h.kind, h.ended, h.establishment_kind, h.establishment, h.reference,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.youth_justice_custody as h on h.subject = t.identifier and h.authority = t.authority
where {{usable}}
order by t.person_key, h.started, h.kind, h.ended desc nulls first, h.reference
