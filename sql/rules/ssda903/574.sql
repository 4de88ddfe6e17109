-- rule:    574
-- title:   Missing/away period starts while the child's previous one is still open, or overlaps it
-- fields:  MIS_START, MIS_END
-- reports: Missing
-- reads:   missing
-- needs:   Missing
-- source:  SSDA903 validation rules, 574
-- found:   The absence starts while the child's previous one is still open, or before it has ended.
-- fix:     End the previous absence before the next one starts, or join the two.
-- notes:   QUIRK: absences are put in the order of their ends, an open one by its start; only neighbours are compared, and the one flagged after an
--          open absence may have started earlier.
-- version: 2022-23
with absences as (
    select row_id, mis_start,
        lag(row_id) over in_order as previous_row_id,
        lag(mis_end) over in_order as previous_mis_end
    from missing
    where child is not null
    window in_order as (partition by child order by coalesce(mis_end, mis_start), mis_start, row_id)
)
select 'Missing' as module, row_id
from absences
where previous_row_id is not null
    and (previous_mis_end is null or mis_start < previous_mis_end)
