-- rule:    351
-- title:   Child was already over 25 when the collection year began
-- fields:  DOB
-- reports: Header
-- reads:   header
-- needs:   Header
-- source:  SSDA903 validation rules, 351
-- found:   By the date of birth the person turned 25 before the collection year began.
-- fix:     Correct the date of birth, or take the person out of this year's return.
-- version: 2022-23
select row_id
from header
where dob + interval '25 years' < :year_start
