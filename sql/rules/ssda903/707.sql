-- rule:    707
-- title:   Child's care ended (or the dates do not fit any period of care) but the DoLO is still open or lies outside
-- fields:  DOLO_END
-- reports: DoLo
-- reads:   dolo, episodes_in_order
-- needs:   DoLo, Episodes
-- source:  SSDA903 validation rules, 707
-- found:   The deprivation of liberty order is open although care has ended, or it fits none of the child's periods of care.
-- fix:     End the order with the period of care at the latest, or correct the dates of the order or of the episodes.
-- notes:   AMBIGUOUS: DfE's message speaks only of an order without an end after care ended. A period of care goes on while no episode starts
--          after the end of the one before it. An unreadable end counts as none. Children without an episode that has a readable DECOM are not
--          flagged.
-- version: 2026-27
with numbered as (
    select child, position, decom, dec, count(*) filter (where decom > previous_dec) over (partition by child order by position) as period
    from episodes_in_order
    where decom is not null
      and child in (select child from dolo)
), periods_of_care as (
    select child, min(decom) as starts, (array_agg(dec order by position desc))[1] as ends
    from numbered
    group by child, period
)
select 'DoLo' as module, d.row_id
from dolo d
join periods_of_care p using (child)
where d.dolo_start is not null
group by d.row_id
having bool_and(coalesce(
    (d.dolo_end is null and (p.ends is not null or d.dolo_start < p.starts))
    or d.dolo_end > p.ends
    or d.dolo_end < p.starts,
    false))
