-- rule:    INT11
-- title:   Date of birth in AD1 differs from Header
-- fields:  DOB
-- reports: AD1
-- reads:   header, ad1
-- needs:   Header, AD1
-- source:  SSDA903 validation rules, INT11
-- found:   The date of birth in the adoption record is not the one in the header.
-- fix:     Give the same, correct date of birth in both files.
-- version: 2022-23
select 'AD1' as module, r.row_id
from ad1 r
where exists (select from header h where h.child = r.child and h.dob <> r.dob)
