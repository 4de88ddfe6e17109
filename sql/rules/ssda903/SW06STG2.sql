-- rule:    SW06STG2
-- title:   Social worker episode starts after the collection year ends
-- fields:  SW_DECOM
-- reports: SWEpisodes
-- reads:   sw_episodes
-- needs:   SWEpisodes
-- source:  SSDA903 validation rules, SW06STG2
-- found:   The social worker episode starts after the last day of the collection year.
-- fix:     Correct the start date, or leave the episode to the next return.
-- version: 2023-24
select row_id
from sw_episodes
where sw_decom > :year_end
