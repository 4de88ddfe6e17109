-- title:   Development checks, from the nursing team's workbook
-- purpose: How assertions of this dataset become star.fact_development_check for the children touched
-- into:    star.fact_development_check
-- rules:   a day without a status is a check that was done: the team writes the day when it hears of the check
-- edges:   a row without a day is no check
select distinct on (t.person_key, h.development_check_date, coalesce(h.status, 'Completed'))
    t.person_key, h.authority,
    h.development_check_date as day, coalesce(h.status, 'Completed') as status, h.check_type,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.development_checks as h on h.subject = t.identifier and h.authority = t.authority
where {{usable}} and h.development_check_date is not null
order by t.person_key, h.development_check_date, coalesce(h.status, 'Completed'), h.business_key, h.occurrence
