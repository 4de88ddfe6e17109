-- rule:    1004
-- title:   Start date of the missing or away episode is blank or not a real date
-- fields:  MIS_START
-- reports: Missing
-- reads:   missing
-- needs:   Missing
-- source:  SSDA903 validation rules, 1004
-- found:   The start of the missing or away period is blank or is no date.
-- fix:     Give the start of the period as dd/mm/yyyy.
-- version: 2022-23
select row_id
from missing
where mis_start is null
