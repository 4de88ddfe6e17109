-- rule:    112
-- title:   The date of the should-be-placed-for-adoption decision (DATE_INT) cannot be read as a date
-- fields:  DATE_INT
-- reports: AD1
-- reads:   ad1
-- needs:   AD1
-- source:  SSDA903 validation rules, 112
-- found:   The date of the decision that the child should be placed for adoption is not a date that can be read (dd/mm/yyyy).
-- fix:     Give the date of the decision as dd/mm/yyyy.
-- version: 2022-23
select row_id
from ad1
where date_int is null
  and date_int_text is not null
