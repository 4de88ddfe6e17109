-- rule:    444
-- title:   The same UPN is used on more than one header record
-- fields:  UPN
-- reports: Header
-- reads:   header
-- needs:   Header
-- source:  SSDA903 validation rules, 444
-- found:   The same UPN is given on more than one header row.
-- fix:     Find out whose UPN it is and correct the other; if they are one child, send one header row.
-- version: 2025-26
with repeated as (
    select upn
    from header
    where upn not in ('UN1', 'UN2', 'UN3', 'UN4', 'UN5')
    group by upn
    having count(*) > 1
)
select 'Header' as module, h.row_id
from header h
join repeated using (upn)
