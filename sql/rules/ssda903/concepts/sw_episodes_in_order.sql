-- title:   Social worker episodes in the order of their start, with their neighbours
-- purpose: What the rules on missing ends and on the end of the year call the previous and the next social worker episode.
-- grain:   one row per row of SWEpisodes with a CHILD
-- reads:   sw_episodes
-- rules:   in the order of SW_DECOM, episodes without a readable SW_DECOM last, ties in the order of the file. (Shared definitions of the
--          validation rules: choice of episode.)
-- edges:   a row without CHILD belongs to nobody and is left out; a child's undated row counts as the last one
select row_id, child, sw_decom, sw_dec,
    lag(row_id) over in_order as previous_row_id,
    lag(sw_dec) over in_order as previous_sw_dec,
    lead(row_id) over in_order as next_row_id
from sw_episodes
where child is not null
window in_order as (partition by child order by sw_decom nulls last, row_id)
