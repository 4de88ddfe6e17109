-- rule:    INT09
-- title:   Child in UASC is not listed in Header
-- fields:  CHILD
-- reports: UASC
-- reads:   header, uasc
-- needs:   Header, UASC
-- source:  SSDA903 validation rules, INT09
-- found:   There is an unaccompanied asylum seeker record for this child, but the child is not in the header file.
-- fix:     Add the child to the header file, correct the child identifier, or take the unaccompanied asylum seeker record out.
-- notes:   A row without CHILD matches no header and is flagged.
-- version: 2022-23
select 'UASC' as module, r.row_id
from uasc r
where not exists (select from header h where h.child = r.child)
