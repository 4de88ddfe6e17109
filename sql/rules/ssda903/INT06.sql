-- rule:    INT06
-- title:   Child in OC3 is not listed in Header
-- fields:  CHILD
-- reports: OC3
-- reads:   header, oc3
-- needs:   Header, OC3
-- source:  SSDA903 validation rules, INT06
-- found:   There is a care-leaver record for this child, but the child is not in the header file.
-- fix:     Add the child to the header file, correct the child identifier, or take the care-leaver record out.
-- notes:   A row without CHILD matches no header and is flagged.
-- version: 2022-23
select 'OC3' as module, r.row_id
from oc3 r
where not exists (select from header h where h.child = r.child)
