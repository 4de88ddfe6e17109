-- rule:    203
-- title:   Date of birth differs from the one recorded for this child last year
-- fields:  DOB
-- reports: Header
-- reads:   header, header_last
-- needs:   Header, Header_last
-- source:  SSDA903 validation rules, 203
-- found:   The child's date of birth is not the one returned last year.
-- fix:     Check which of the two is right; correct this year's, or be ready to confirm the change.
-- notes:   Dates are compared, not texts: 1/5/2015 is 01/05/2015, and an unreadable date counts as blank. The reference implementation gives no
--          result when last year's file holds a child twice.
-- version: 2022-23
select 'Header' as module, h.row_id
from header h
join header_last before using (child)
where h.dob is distinct from before.dob
