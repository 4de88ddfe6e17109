-- rule:    INT02
-- title:   Child in PlacedAdoption is not listed in Header
-- fields:  CHILD
-- reports: PlacedAdoption
-- reads:   header, placed_adoption
-- needs:   Header, PlacedAdoption
-- source:  SSDA903 validation rules, INT02
-- found:   There is a placed for adoption record for this child, but the child is not in the header file.
-- fix:     Add the child to the header file, correct the child identifier, or take the placed for adoption record out.
-- notes:   A row without CHILD matches no header and is flagged.
-- version: 2022-23
select 'PlacedAdoption' as module, r.row_id
from placed_adoption r
where not exists (select from header h where h.child = r.child)
