-- rule:    710
-- title:   Child with a DoLO is in secure accommodation, with parents, in custody or in supported accommodation
-- fields:  DOLO_START, PLACE
-- reports: DoLo, Episodes
-- reads:   dolo, episodes
-- needs:   DoLo, Episodes
-- source:  SSDA903 validation rules, 710
-- found:   While the deprivation of liberty order was in force the child was in a secure children's home (K1), with parents (P1), in custody (R5)
--          or in supported accommodation (K3), where there can be no such order.
-- fix:     Correct the placement code of the episode or the dates of the order.
-- notes:   REFERENCE DIFFERS: it reads a column PLACEMENT, which no return has, and so gives no result; the column is PLACE. QUIRK: orders without
--          an end are not tested, though they are in force. Dates are read strictly, the reference reads other forms as well.
-- version: 2026-27
with failing as (
    select d.row_id as dolo_row, e.row_id as episode_row
    from dolo d
    join episodes e using (child)
    where d.dolo_start_text is not null
      and (d.dolo_start <= e.dec or e.dec is null)
      and d.dolo_end >= e.decom
      and e.place in ('K1', 'P1', 'R5', 'K3')
)
select 'DoLo' as module, dolo_row as row_id from failing
union all
select 'Episodes', episode_row from failing
