-- rule:    104
-- title:   Date UASC status ceased cannot be read as a date, or falls before the collection year
-- fields:  DUC
-- reports: UASC
-- reads:   uasc
-- needs:   UASC
-- source:  SSDA903 validation rules, 104
-- found:   The date UASC status ceased cannot be read as a date, or it is before this collection year began.
-- fix:     Correct the date; take the child out of the UASC module if the status ended in an earlier year.
-- version: 2022-23
select row_id
from uasc
where duc < :year_start
   or (duc is null and duc_text is not null)
