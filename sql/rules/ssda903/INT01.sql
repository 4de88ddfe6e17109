-- rule:    INT01
-- title:   Child in AD1 is not listed in Header
-- fields:  CHILD
-- reports: AD1
-- reads:   header, ad1
-- needs:   Header, AD1
-- source:  SSDA903 validation rules, INT01
-- found:   There is an adoption record for this child, but the child is not in the header file.
-- fix:     Add the child to the header file, correct the child identifier, or take the adoption record out.
-- notes:   A row without CHILD matches no header and is flagged.
-- version: 2022-23
select 'AD1' as module, r.row_id
from ad1 r
where not exists (select from header h where h.child = r.child)
