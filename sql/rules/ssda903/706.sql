-- rule:    706
-- title:   A DoLO was still open at the end of last year but does not continue in this year's return
-- fields:  DOLO_START
-- reports: DoLo_last
-- reads:   dolo, dolo_last
-- needs:   DoLo, DoLo_last
-- source:  SSDA903 validation rules, 706
-- found:   The deprivation of liberty order was open in last year's return, but the child's first order in this return does not have its start.
-- fix:     Give the order again with the same start and, if it has ended, its end.
-- notes:   REFERENCE DIFFERS: it tests every open order of last year against any order of this year as text, and marks rows of this year by the
--          numbers of last year's. The row flagged is the one of last year's file, as this year may have none. An unreadable end is not open.
-- version: 2026-27
with last_year as (
    select distinct on (child) row_id, child, dolo_start, dolo_end_text
    from dolo_last
    where child is not null and dolo_start is not null
    order by child, dolo_start desc, row_id
), first_this_year as (
    select child, min(dolo_start) as dolo_start
    from dolo
    where child is not null
    group by child
)
select 'DoLo_last' as module, l.row_id
from last_year l
left join first_this_year f using (child)
where l.dolo_end_text is null
  and l.dolo_start is distinct from f.dolo_start
