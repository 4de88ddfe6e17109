-- rule:    171
-- title:   Date of birth of the young person's own child cannot be read as a date
-- fields:  MC_DOB
-- reports: Header
-- reads:   header
-- needs:   Header
-- source:  SSDA903 validation rules, 171
-- found:   The date of birth of the young person's own child is not a date that can be read (dd/mm/yyyy).
-- fix:     Give the date of birth of her first child as dd/mm/yyyy, or leave it blank if she is not a mother.
-- version: 2022-23
select row_id
from header
where mc_dob is null
  and mc_dob_text is not null
