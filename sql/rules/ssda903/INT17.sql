-- rule:    INT17
-- title:   Date of birth in Reviews differs from Header
-- fields:  DOB
-- reports: Reviews
-- reads:   header, reviews
-- needs:   Header, Reviews
-- source:  SSDA903 validation rules, INT17
-- found:   The date of birth in the review is not the one in the header.
-- fix:     Give the same, correct date of birth in both files.
-- version: 2022-23
select 'Reviews' as module, r.row_id
from reviews r
where exists (select from header h where h.child = r.child and h.dob <> r.dob)
