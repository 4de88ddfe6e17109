-- rule:    433
-- title:   Continuation episode does not start on the day the previous episode ended
-- fields:  RNE, DECOM
-- reports: Episodes
-- reads:   episodes, episodes_in_order
-- needs:   Episodes
-- source:  SSDA903 validation rules, 433
-- found:   The reason says that care continues (P, L, T, U or B), but the episode does not start on the day the one before ended.
-- fix:     Correct the two dates, or give S if care started anew.
-- notes:   Here episodes that start on the same day stand in the order of their ends, open ones last; only children with such ties, or with a
--          mismatch in the common order, are ordered again. REFERENCE DIFFERS: it compares the dates as text, so the same date in another
--          notation differs and two equal unreadable ones do not.
-- version: 2022-23
with doubtful as (
    select distinct child
    from episodes_in_order
    where previous_row_id is not null
      and (decom is not distinct from previous_decom
           or (rne in ('P', 'L', 'T', 'U', 'B') and (previous_dec = decom) is not true))
),
in_order_of_both_dates as (
    select e.row_id, e.rne, e.decom,
        lag(e.row_id) over in_order as previous_row_id,
        lag(e.dec) over in_order as previous_dec
    from episodes e
    join doubtful using (child)
    window in_order as (partition by child order by e.decom nulls last, e.dec nulls last, e.row_id)
)
select 'Episodes' as module, row_id
from in_order_of_both_dates
where previous_row_id is not null
  and rne in ('P', 'L', 'T', 'U', 'B')
  and (previous_dec = decom) is not true
