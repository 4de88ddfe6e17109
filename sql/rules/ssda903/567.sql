-- rule:    567
-- title:   Missing/away period ends before it starts
-- fields:  MIS_START, MIS_END
-- reports: Missing
-- reads:   missing
-- needs:   Missing
-- source:  SSDA903 validation rules, 567
-- found:   The absence ends before it starts.
-- fix:     Correct the start or the end of the absence.
-- version: 2022-23
select row_id
from missing
where mis_start > mis_end
