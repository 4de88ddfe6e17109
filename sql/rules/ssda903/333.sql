-- rule:    333
-- title:   Decision that the child should be placed for adoption is missing or later than the match date
-- fields:  DATE_INT
-- reports: AD1
-- reads:   ad1
-- needs:   AD1
-- source:  SSDA903 validation rules, 333
-- found:   The decision that the child should be placed for adoption (DATE_INT) is missing, unreadable or later than the match with the adopters.
-- fix:     Give the date of the decision, which cannot be after the match, or correct the date of the match.
-- version: 2022-23
select row_id
from ad1
where date_match is not null and (date_int is null or date_int > date_match)
