-- rule:    174
-- title:   A date of birth of the young person's own child is given, but the young person is recorded as male
-- fields:  SEX, MC_DOB
-- reports: Header
-- reads:   header
-- needs:   Header
-- source:  SSDA903 validation rules, 174
-- found:   A date of birth of the young person's own child is given, but the young person is recorded as male.
-- fix:     Correct the sex, or take out the date of birth of the child.
-- version: 2022-23
select row_id
from header
where sex = '1'
  and mc_dob_text is not null
-- version: 2024-25 M replaces 1
select row_id
from header
where sex = 'M'
  and mc_dob_text is not null
