-- rule:    INT15
-- title:   Date of birth in OC3 differs from Header
-- fields:  DOB
-- reports: OC3
-- reads:   header, oc3
-- needs:   Header, OC3
-- source:  SSDA903 validation rules, INT15
-- found:   The date of birth in the care-leaver record is not the one in the header.
-- fix:     Give the same, correct date of birth in both files.
-- version: 2022-23
select 'OC3' as module, r.row_id
from oc3 r
where exists (select from header h where h.child = r.child and h.dob <> r.dob)
