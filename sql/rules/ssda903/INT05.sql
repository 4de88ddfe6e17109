-- rule:    INT05
-- title:   Child in OC2 is not listed in Header
-- fields:  CHILD
-- reports: OC2
-- reads:   header, oc2
-- needs:   Header, OC2
-- source:  SSDA903 validation rules, INT05
-- found:   There is an outcome record (OC2) for this child, but the child is not in the header file.
-- fix:     Add the child to the header file, correct the child identifier, or take the outcome record (OC2) out.
-- notes:   A row without CHILD matches no header and is flagged.
-- version: 2022-23
select 'OC2' as module, r.row_id
from oc2 r
where not exists (select from header h where h.child = r.child)
