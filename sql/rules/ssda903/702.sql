-- rule:    702
-- title:   DoLO ends on or before the day it starts
-- fields:  DOLO_START, DOLO_END
-- reports: DoLo
-- reads:   dolo
-- needs:   DoLo
-- source:  SSDA903 validation rules, 702
-- found:   The deprivation of liberty order ends on or before the day on which it starts.
-- fix:     Correct the start or the end of the order.
-- notes:   AMBIGUOUS: DfE's message says only before; an end on the day of the start is flagged as well.
-- version: 2026-27
select row_id
from dolo
where dolo_end <= dolo_start
