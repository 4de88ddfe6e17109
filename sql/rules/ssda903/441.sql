-- rule:    441
-- title:   Review coded PN1-PN7 (child aged 4 or over) although the child was under 4 on the review date
-- fields:  DOB, REVIEW, REVIEW_CODE
-- reports: Reviews
-- reads:   reviews
-- needs:   Reviews
-- source:  SSDA903 validation rules, 441
-- found:   The review is coded PN1 to PN7 (4 or over), but the child was under 4.
-- fix:     Give PN0, or correct the date of the review or the date of birth.
-- version: 2022-23
select row_id
from reviews
where review_code in ('PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6', 'PN7')
  and review < dob + interval '4 years'
