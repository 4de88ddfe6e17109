-- rule:    SW04STG1
-- title:   Social worker episode start is not a real date
-- fields:  SW_DECOM
-- reports: SWEpisodes
-- reads:   sw_episodes
-- needs:   SWEpisodes
-- source:  SSDA903 validation rules, SW04STG1
-- found:   The start of the social worker episode is given, but is not a real date.
-- fix:     Give the start as dd/mm/yyyy.
-- version: 2023-24
select row_id
from sw_episodes
where sw_decom_text is not null and sw_decom is null and partial_date(sw_decom_text) is null
-- version: 2025-26 unknown parts (ZZ) are no longer accepted
select row_id
from sw_episodes
where sw_decom_text is not null and sw_decom is null
