-- rule:    703
-- title:   DoLO starts after the collection year ends
-- fields:  DOLO_START
-- reports: DoLo
-- reads:   dolo
-- needs:   DoLo
-- source:  SSDA903 validation rules, 703
-- found:   The deprivation of liberty order starts after 31 March, the end of the year.
-- fix:     Correct the start of the order, or keep the order for next year's return.
-- version: 2026-27
select row_id
from dolo
where dolo_start > :year_end
