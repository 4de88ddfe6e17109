-- rule:    INT08
-- title:   Child in Reviews is not listed in Header
-- fields:  CHILD
-- reports: Reviews
-- reads:   header, reviews
-- needs:   Header, Reviews
-- source:  SSDA903 validation rules, INT08
-- found:   There is a review for this child, but the child is not in the header file.
-- fix:     Add the child to the header file, correct the child identifier, or take the review out.
-- notes:   A row without CHILD matches no header and is flagged.
-- version: 2022-23
select 'Reviews' as module, r.row_id
from reviews r
where not exists (select from header h where h.child = r.child)
