-- rule:    301
-- title:   Date of birth is after the end of the collection year
-- fields:  DOB
-- reports: Header
-- reads:   header
-- needs:   Header
-- source:  SSDA903 validation rules, 301
-- found:   The date of birth is after the end of the collection year.
-- fix:     Correct the date of birth, or take the child out of this year's return.
-- version: 2022-23
select row_id
from header
where dob > :year_end
