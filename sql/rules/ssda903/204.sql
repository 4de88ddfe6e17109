-- rule:    204
-- title:   Ethnicity differs from the one recorded for this child last year
-- fields:  ETHNIC
-- reports: Header
-- reads:   header, header_last
-- needs:   Header, Header_last
-- source:  SSDA903 validation rules, 204
-- found:   The child's ethnicity is not the one returned last year.
-- fix:     Check which of the two is right; correct this year's, or be ready to confirm the change.
-- notes:   A change from not yet obtained (NOBT) to a known ethnicity is flagged too. The reference implementation gives no result when last year's
--          file holds a child twice.
-- version: 2022-23
select 'Header' as module, h.row_id
from header h
join header_last before using (child)
where h.ethnic is distinct from before.ethnic
