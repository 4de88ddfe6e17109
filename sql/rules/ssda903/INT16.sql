-- rule:    INT16
-- title:   Date of birth in PrevPerm differs from Header
-- fields:  DOB
-- reports: PrevPerm
-- reads:   header, prev_perm
-- needs:   Header, PrevPerm
-- source:  SSDA903 validation rules, INT16
-- found:   The date of birth in the previous permanence record is not the one in the header.
-- fix:     Give the same, correct date of birth in both files.
-- version: 2022-23
select 'PrevPerm' as module, r.row_id
from prev_perm r
where exists (select from header h where h.child = r.child and h.dob <> r.dob)
