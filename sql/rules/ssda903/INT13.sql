-- rule:    INT13
-- title:   Date of birth in Missing differs from Header
-- fields:  DOB
-- reports: Missing
-- reads:   header, missing
-- needs:   Header, Missing
-- source:  SSDA903 validation rules, INT13
-- found:   The date of birth in the missing record is not the one in the header.
-- fix:     Give the same, correct date of birth in both files.
-- version: 2022-23
select 'Missing' as module, r.row_id
from missing r
where exists (select from header h where h.child = r.child and h.dob <> r.dob)
