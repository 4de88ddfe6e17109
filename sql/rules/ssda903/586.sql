-- rule:    586
-- title:   Missing/away period starts on or before the child's date of birth
-- fields:  MIS_START
-- reports: Missing
-- reads:   missing
-- needs:   Missing
-- source:  SSDA903 validation rules, 586
-- found:   The missing or away period starts on or before the child's date of birth.
-- fix:     Correct the start of the missing or away period, or the date of birth in this row.
-- notes:   AMBIGUOUS: DfE's message says before the date of birth; the day of birth itself is flagged as well. The date of birth is the one of the
--          same row.
-- version: 2022-23
select row_id
from missing
where mis_start <= dob
