-- rule:    1005
-- title:   End date of the missing or away episode is not a real date
-- fields:  MIS_END
-- reports: Missing
-- reads:   missing
-- needs:   Missing
-- source:  SSDA903 validation rules, 1005
-- found:   The end of the missing or away period is no date.
-- fix:     Give the end of the period as dd/mm/yyyy, or leave it blank while the child is still missing.
-- version: 2022-23
select row_id
from missing
where mis_end_text is not null and mis_end is null
