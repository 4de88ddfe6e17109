-- rule:    SW14STG2
-- title:   Social worker episode other than the latest has no end date
-- fields:  SW_DEC
-- reports: SWEpisodes
-- reads:   sw_episodes_in_order
-- needs:   SWEpisodes
-- source:  SSDA903 validation rules, SW14STG2
-- found:   The social worker episode has no readable end date, although it is not the latest one of the child.
-- fix:     Give the date on which this allocation ended.
-- version: 2023-24
select 'SWEpisodes' as module, row_id
from sw_episodes_in_order
where next_row_id is not null
  and sw_dec is null
