-- rule:    INT12
-- title:   Date of birth in PlacedAdoption differs from Header
-- fields:  DOB
-- reports: PlacedAdoption
-- reads:   header, placed_adoption
-- needs:   Header, PlacedAdoption
-- source:  SSDA903 validation rules, INT12
-- found:   The date of birth in the placed for adoption record is not the one in the header.
-- fix:     Give the same, correct date of birth in both files.
-- version: 2022-23
select 'PlacedAdoption' as module, r.row_id
from placed_adoption r
where exists (select from header h where h.child = r.child and h.dob <> r.dob)
