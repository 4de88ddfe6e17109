-- rule:    304
-- title:   UASC status ceased after the child's 18th birthday
-- fields:  DUC
-- reports: UASC
-- reads:   uasc
-- needs:   UASC
-- source:  SSDA903 validation rules, 304
-- found:   The date UASC status ceased is after the 18th birthday.
-- fix:     Give the 18th birthday or the earlier day the status ceased, or correct the date of birth.
-- notes:   The date of birth is that of the UASC file.
-- version: 2022-23
select row_id
from uasc
where duc > dob + interval '18 years'
