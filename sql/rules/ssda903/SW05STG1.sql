-- rule:    SW05STG1
-- title:   Social worker episode end is not a real date
-- fields:  SW_DEC
-- reports: SWEpisodes
-- reads:   sw_episodes
-- needs:   SWEpisodes
-- source:  SSDA903 validation rules, SW05STG1
-- found:   The end of the social worker episode is given, but is not a real date.
-- fix:     Give the end as dd/mm/yyyy.
-- notes:   DfE's message speaks of the date the episode began; the date it ended is what is tested.
-- version: 2023-24
select row_id
from sw_episodes
where sw_dec_text is not null and sw_dec is null and partial_date(sw_dec_text) is null
-- version: 2025-26 unknown parts (ZZ) are no longer accepted
select row_id
from sw_episodes
where sw_dec_text is not null and sw_dec is null
