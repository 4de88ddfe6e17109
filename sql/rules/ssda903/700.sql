-- rule:    700
-- title:   DoLO start date is missing or not a real date
-- fields:  DOLO_START
-- reports: DoLo
-- reads:   dolo
-- needs:   DoLo
-- source:  SSDA903 validation rules, 700
-- found:   The start of the deprivation of liberty order is blank or is no date.
-- fix:     Give the start of the order as dd/mm/yyyy.
-- version: 2026-27
select row_id
from dolo
where dolo_start is null
