-- rule:    362
-- title:   Emergency protection order (L2) lasted more than 21 days
-- fields:  DECOM, LS, DEC
-- reports: Episodes
-- reads:   episodes_in_order
-- needs:   Episodes
-- source:  SSDA903 validation rules, 362
-- found:   An emergency protection order (L2) lasted longer than 21 days, counted over adjoining episodes; an open episode counts to the end of
--          the year.
-- fix:     Correct the dates, or give the legal status that followed the order.
-- notes:   An L2 episode joins the child's L2 episode before it when that one's end is the start of whatever episode came next, of any legal
--          status: so L2, then another status without a gap, then L2 counts as one stretch with all the time between. The other reading joins
--          only L2 episodes that meet directly. A row without CHILD stands alone.
-- version: 2022-23
with orders as (
    select row_id, child, position, decom, coalesce(dec, :year_end) as ended, next_decom
    from episodes_in_order
    where ls = 'L2'
),
openings as (
    select row_id, child, position, decom, ended,
        (lag(ended) over in_order = lag(next_decom) over in_order) is not true as opens
    from orders
    window in_order as (partition by child order by position, row_id)
),
spells as (
    select row_id, child, decom, ended, count(*) filter (where opens) over (partition by child order by position, row_id) as spell
    from openings
),
lengths as (
    select row_id, max(ended) over same_spell - min(decom) over same_spell as days
    from spells
    window same_spell as (partition by child, spell)
)
select 'Episodes' as module, row_id from lengths where days > 21
