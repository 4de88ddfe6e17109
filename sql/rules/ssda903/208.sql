-- rule:    208
-- title:   UPN differs from the UPN recorded for this child last year in a way that is not allowed
-- fields:  UPN
-- reports: Header
-- reads:   header, header_last
-- needs:   Header, Header_last
-- source:  SSDA903 validation rules, 208
-- found:   The child's UPN is not the one returned last year, and the change is none of those that can happen (unknown to known, UN1 to another
--          unknown code).
-- fix:     Give the UPN of last year's return, or check which of the two is right.
-- notes:   A change from blank to UN1 is allowed; the reference implementation flags it (its test reads the wrong column), and it gives no result
--          when last year's file holds a child twice.
-- version: 2022-23
select 'Header' as module, h.row_id
from header h
join header_last before using (child)
where h.upn is distinct from before.upn
  and ((before.upn is null or before.upn = 'UN1') and h.upn in ('UN2', 'UN3', 'UN4', 'UN5')) is not true
  and ((before.upn is null or before.upn in ('UN1', 'UN2', 'UN3', 'UN4', 'UN5')) and h.upn not in ('UN1', 'UN2', 'UN3', 'UN4', 'UN5')) is not true
  and (before.upn is null and h.upn = 'UN1') is not true
