-- rule:    570
-- title:   Missing/away period starts after the end of the collection year
-- fields:  MIS_START
-- reports: Missing
-- reads:   missing
-- needs:   Missing
-- source:  SSDA903 validation rules, 570
-- found:   The absence starts after the end of the collection year.
-- fix:     Correct the start of the absence, or leave it for next year's return.
-- version: 2022-23
select row_id
from missing
where mis_start > :year_end
