-- rule:    611
-- title:   Child is recorded as a mother but the date of birth of her child (MC_DOB) is blank
-- fields:  MOTHER, MC_DOB
-- reports: Header
-- reads:   header
-- needs:   Header
-- source:  SSDA903 validation rules, 611
-- found:   The child is recorded as a mother, but the date of birth of her first child is blank.
-- fix:     Give the date of birth of her first child, or correct the mother item.
-- version: 2022-23
select row_id
from header
where mother = '1' and mc_dob_text is null
