-- rule:    INT03
-- title:   Child in Episodes is not listed in Header
-- fields:  CHILD
-- reports: Episodes
-- reads:   header, episodes
-- needs:   Header, Episodes
-- source:  SSDA903 validation rules, INT03
-- found:   There is an episode for this child, but the child is not in the header file.
-- fix:     Add the child to the header file, correct the child identifier, or take the episode out.
-- notes:   A row without CHILD matches no header and is flagged.
-- version: 2022-23
select 'Episodes' as module, r.row_id
from episodes r
where not exists (select from header h where h.child = r.child)
