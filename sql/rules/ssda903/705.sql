-- rule:    705
-- title:   A new DoLO starts although the previous one has no end date or has not yet ended
-- fields:  DOLO_START, DOLO_END
-- reports: DoLo
-- reads:   dolo
-- needs:   DoLo
-- source:  SSDA903 validation rules, 705
-- found:   The deprivation of liberty order starts although the child's order before it has no end, or ends later.
-- fix:     End the earlier order on the day on which the new one starts, or before it.
-- notes:   QUIRK: orders are taken in the order of their ends (their starts where there is no end), so the one flagged is the one that ends later.
--          AMBIGUOUS: read literally, only the start before the previous start and the blank end of the previous order would count.
-- version: 2026-27
with in_order as (
    select row_id,
        dolo_start,
        lag(row_id) over by_end as previous_row_id,
        lag(dolo_end) over by_end as previous_end
    from dolo
    where child is not null
    window by_end as (partition by child order by coalesce(dolo_end, dolo_start) nulls last, dolo_start nulls last, row_id)
)
select 'DoLo' as module, row_id
from in_order
where previous_row_id is not null
  and (previous_end is null or dolo_start < previous_end)
