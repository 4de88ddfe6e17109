-- rule:    SW08STG2
-- title:   An earlier social worker episode has no end date although a later one exists
-- fields:  SW_DEC
-- reports: SWEpisodes
-- reads:   sw_episodes_in_order
-- needs:   SWEpisodes
-- source:  SSDA903 validation rules, SW08STG2
-- found:   The social worker episode has no readable end date, although the child has a later one.
-- fix:     Give the date on which this allocation ended.
-- notes:   QUIRK: a row without a usable start date counts as the last one, so an open, latest dated row beside it is flagged.
-- version: 2023-24
select 'SWEpisodes' as module, row_id
from sw_episodes_in_order
where next_row_id is not null
  and sw_decom is not null
  and sw_dec is null
