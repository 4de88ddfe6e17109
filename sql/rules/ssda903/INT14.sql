-- rule:    INT14
-- title:   Date of birth in OC2 differs from Header
-- fields:  DOB
-- reports: OC2
-- reads:   header, oc2
-- needs:   Header, OC2
-- source:  SSDA903 validation rules, INT14
-- found:   The date of birth in the outcome record (OC2) is not the one in the header.
-- fix:     Give the same, correct date of birth in both files.
-- version: 2022-23
select 'OC2' as module, r.row_id
from oc2 r
where exists (select from header h where h.child = r.child and h.dob <> r.dob)
