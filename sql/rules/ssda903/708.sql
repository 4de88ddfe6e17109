-- rule:    708
-- title:   DoLO starts on or before the child's date of birth
-- fields:  DOLO_START
-- reports: DoLo
-- reads:   dolo
-- needs:   DoLo
-- source:  SSDA903 validation rules, 708
-- found:   The deprivation of liberty order starts on or before the child's date of birth.
-- fix:     Correct the start of the order, or the date of birth in this row.
-- notes:   The date of birth is the one of the same row, not the header's.
-- version: 2026-27
select row_id
from dolo
where dolo_start <= dob
