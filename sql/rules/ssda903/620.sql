-- rule:    620
-- title:   Child is recorded as a mother but was under 11 at the start of the collection year
-- fields:  DOB, MOTHER
-- reports: Header
-- reads:   header
-- needs:   Header
-- source:  SSDA903 validation rules, 620
-- found:   The child is recorded as a mother, but was under 11 on 1 April at the start of the year.
-- fix:     Check the date of birth and the mother item.
-- version: 2022-23
select row_id
from header
where mother = '1' and dob + interval '11 years' > :year_start
