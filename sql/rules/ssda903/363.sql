-- rule:    363
-- title:   Child assessment order (L3) lasted more than 7 days
-- fields:  LS, DECOM, DEC
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 363
-- found:   Under child assessment orders (L3) the child was accommodated for more than seven days without a break.
-- fix:     Correct the dates of the episode, or the legal status if another order had replaced the assessment order.
-- notes:   REFERENCE DIFFERS: it walks the rows in file order, so spells come out otherwise when the file is not ordered by child and start date.
--          QUIRK: overlapping episodes count their common days twice; a row without CHILD stands alone.
-- version: 2022-23
with assessment_orders as (
    select row_id, child, decom,
        case when dec_text is null then :year_end else dec end as ends
    from episodes
    where ls = 'L3'
      and decom is not null
),
with_previous as (
    select row_id, child, decom, ends,
        lag(row_id) over in_order as previous_row_id,
        lag(ends) over in_order as previous_ends
    from assessment_orders
    window in_order as (partition by child order by decom, row_id)
),
spells as (
    select row_id, child, ends - decom as days,
        count(*) filter (where child is null or previous_row_id is null or decom > previous_ends)
            over (partition by child order by decom, row_id) as spell
    from with_previous
),
lengths as (
    select row_id, sum(days) over (partition by child, spell) as days
    from spells
)
select 'Episodes' as module, row_id
from lengths
where days > 7
