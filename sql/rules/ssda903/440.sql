-- rule:    440
-- title:   Review coded PN0 (child under 4) although the child had passed their 4th birthday on the review date
-- fields:  DOB, REVIEW, REVIEW_CODE
-- reports: Reviews
-- reads:   reviews
-- needs:   Reviews
-- source:  SSDA903 validation rules, 440
-- found:   The review is coded PN0 (under 4), but the child's fourth birthday was before the review.
-- fix:     Give the code that tells how the child took part (PN1 to PN7), or correct the date.
-- notes:   QUIRK: a review on the fourth birthday itself is not flagged, though the child is 4 on that day; the other reading flags it.
-- version: 2022-23
select row_id
from reviews
where review_code = 'PN0'
  and review > dob + interval '4 years'
