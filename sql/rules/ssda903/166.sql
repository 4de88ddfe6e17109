-- rule:    166
-- title:   Review date is missing or cannot be read as a date
-- fields:  REVIEW
-- reports: Reviews
-- reads:   reviews
-- needs:   Reviews
-- source:  SSDA903 validation rules, 166
-- found:   The date of the review is blank or is not a date that can be read (dd/mm/yyyy).
-- fix:     Give the date on which the review was held as dd/mm/yyyy.
-- version: 2022-23
select row_id
from reviews
where review is null
