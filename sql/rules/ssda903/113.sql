-- rule:    113
-- title:   The date the child was matched with adopters cannot be read as a date
-- fields:  DATE_MATCH
-- reports: AD1
-- reads:   ad1
-- needs:   AD1
-- source:  SSDA903 validation rules, 113
-- found:   The date on which the child was matched with adopters is not a date that can be read (dd/mm/yyyy).
-- fix:     Give the date of the match as dd/mm/yyyy.
-- version: 2022-23
select row_id
from ad1
where date_match is null
  and date_match_text is not null
