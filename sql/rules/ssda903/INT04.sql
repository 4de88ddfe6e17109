-- rule:    INT04
-- title:   Child in Missing is not listed in Header
-- fields:  CHILD
-- reports: Missing
-- reads:   header, missing
-- needs:   Header, Missing
-- source:  SSDA903 validation rules, INT04
-- found:   There is a missing record for this child, but the child is not in the header file.
-- fix:     Add the child to the header file, correct the child identifier, or take the missing record out.
-- notes:   A row without CHILD matches no header and is flagged.
-- version: 2022-23
select 'Missing' as module, r.row_id
from missing r
where not exists (select from header h where h.child = r.child)
