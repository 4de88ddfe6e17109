-- rule:    571
-- title:   Missing/away period ends outside the collection year
-- fields:  MIS_END
-- reports: Missing
-- reads:   missing
-- needs:   Missing
-- source:  SSDA903 validation rules, 571
-- found:   The absence ends before or after the collection year.
-- fix:     Correct the end of the absence; if it ended in another year, it does not belong in this return.
-- version: 2022-23
select row_id
from missing
where mis_end < :year_start or mis_end > :year_end
