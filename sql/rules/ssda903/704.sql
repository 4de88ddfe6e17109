-- rule:    704
-- title:   DoLO end date lies outside the collection year
-- fields:  DOLO_END
-- reports: DoLo
-- reads:   dolo
-- needs:   DoLo
-- source:  SSDA903 validation rules, 704
-- found:   The deprivation of liberty order ends before 1 April or after 31 March, outside the year.
-- fix:     Correct the end of the order; an order that ended in another year does not belong in this return.
-- version: 2026-27
select row_id
from dolo
where dolo_end > :year_end or dolo_end < :year_start
