-- title:   Social worker episodes and the one before each
-- purpose: The rules on how one social worker follows another compare these pairs.
-- grain:   one row per row of SWEpisodes that has an earlier one of the same child
-- reads:   sw_episodes
-- rules:   in the order of SW_DECOM, then SW_DEC (not readable last in both), then the file; only the row immediately before counts as
--          previous. (SSDA903 validation rules SW10STG2, SW10aSTG2, SW10bSTG2.)
-- edges:   a row without CHILD belongs to nobody and is left out; of two that start together the one that ends first comes first
with in_order as (
    select row_id, child, sw_decom, sw_reason,
        lag(row_id) over by_dates as previous_row_id,
        lag(sw_dec) over by_dates as previous_sw_dec
    from sw_episodes
    where child is not null
    window by_dates as (partition by child order by sw_decom nulls last, sw_dec nulls last, row_id)
)
select row_id, child, sw_decom, sw_reason, previous_row_id, previous_sw_dec
from in_order
where previous_row_id is not null
