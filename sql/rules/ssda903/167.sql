-- rule:    167
-- title:   Review participation code is invalid or missing, or is given without a review date
-- fields:  REVIEW_CODE
-- reports: Reviews
-- reads:   reviews
-- needs:   Reviews
-- source:  SSDA903 validation rules, 167
-- found:   The participation code is missing or not one of PN0 to PN7, or is given without a review date.
-- fix:     Give the review date together with the code of how the child took part, PN0 to PN7.
-- version: 2022-23
select row_id
from reviews
where num_nonnulls(review_text, review_code) = 1
   or review_code not in ('PN0', 'PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6', 'PN7')
