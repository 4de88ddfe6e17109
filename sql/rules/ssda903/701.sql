-- rule:    701
-- title:   DoLO end date is not a real date
-- fields:  DOLO_END
-- reports: DoLo
-- reads:   dolo
-- needs:   DoLo
-- source:  SSDA903 validation rules, 701
-- found:   The end of the deprivation of liberty order is no date.
-- fix:     Give the end of the order as dd/mm/yyyy, or leave it blank while the order is in force.
-- version: 2026-27
select row_id
from dolo
where dolo_end_text is not null and dolo_end is null
