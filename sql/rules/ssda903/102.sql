-- rule:    102
-- title:   Date of birth is missing or cannot be read as a date
-- fields:  DOB
-- reports: Header
-- reads:   header
-- needs:   Header
-- source:  SSDA903 validation rules, 102
-- found:   The date of birth is blank or is not a date that can be read (dd/mm/yyyy).
-- fix:     Give the child's date of birth as dd/mm/yyyy; if the day is not known, use the 15th.
-- version: 2022-23
select row_id
from header
where dob is null
