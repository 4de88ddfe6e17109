-- rule:    EPI
-- title:   Child in Header has neither an episode nor a care-leaver record
-- fields:  CHILD
-- reports: Header
-- reads:   header, episodes, oc3
-- needs:   Header
-- source:  SSDA903 validation rules, EPI
-- found:   The child is in the header file, but has neither an episode nor a care-leaver record.
-- fix:     Add the child's episodes or care-leaver record, or take the child out of the header file.
-- notes:   A query rather than an error.
-- version: 2022-23
select 'Header' as module, h.row_id
from header h
where not exists (select from episodes e where e.child = h.child)
  and not exists (select from oc3 o where o.child = h.child)
