-- rule:    361
-- title:   Police protection (L1) lasted more than the 72 hours (3 days) allowed
-- fields:  DECOM, LS, DEC
-- reports: Episodes
-- reads:   episodes_in_order
-- needs:   Episodes
-- source:  SSDA903 validation rules, 361
-- found:   Police protection (L1) lasted longer than 72 hours, counted over adjoining episodes; an open episode counts to the end of the year.
-- fix:     Correct the dates, or give the legal status that followed police protection.
-- notes:   An L1 episode joins the child's L1 episode before it when that one's end is the start of whatever episode came next, of any legal
--          status: so L1, then another status without a gap, then L1 counts as one stretch with all the time between. The other reading joins
--          only L1 episodes that meet directly. A row without CHILD stands alone.
-- version: 2022-23
with protections as (
    select row_id, child, position, decom, coalesce(dec, :year_end) as ended, next_decom
    from episodes_in_order
    where ls = 'L1'
),
openings as (
    select row_id, child, position, decom, ended,
        (lag(ended) over in_order = lag(next_decom) over in_order) is not true as opens
    from protections
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
select 'Episodes' as module, row_id from lengths where days > 3
