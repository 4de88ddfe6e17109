-- rule:    626
-- title:   Not a mother last year, but her first child was born before this collection year began
-- fields:  MOTHER, MC_DOB
-- reports: Header
-- reads:   header, header_last
-- needs:   Header, Header_last
-- source:  SSDA903 validation rules, 626
-- found:   Last year's return says that she was not a mother, but her first child is recorded as born before this year began.
-- fix:     Check the date of birth of the first child; if it is right, last year's answer was wrong.
-- notes:   The mother item is read as a number: 1.0 is 1.
-- version: 2022-23
select 'Header' as module, h.row_id
from header h
where h.mc_dob < :year_start
  and h.mother ~ '^ *[+]?0*1([.]0*)? *$'
  and exists (
      select from header_last p
      where p.child = h.child
        and p.mother ~ '^ *[+-]?0+([.]0*)? *$'
  )
