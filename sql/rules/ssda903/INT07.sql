-- rule:    INT07
-- title:   Child in PrevPerm is not listed in Header
-- fields:  CHILD
-- reports: PrevPerm
-- reads:   header, prev_perm
-- needs:   Header, PrevPerm
-- source:  SSDA903 validation rules, INT07
-- found:   There is a previous permanence record for this child, but the child is not in the header file.
-- fix:     Add the child to the header file, correct the child identifier, or take the previous permanence record out.
-- notes:   A row without CHILD matches no header and is flagged.
-- version: 2022-23
select 'PrevPerm' as module, r.row_id
from prev_perm r
where not exists (select from header h where h.child = r.child)
