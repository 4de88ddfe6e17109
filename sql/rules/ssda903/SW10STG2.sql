-- rule:    SW10STG2
-- title:   Social worker episode start does not follow on from the end of the previous one
-- fields:  SW_DECOM
-- reports: SWEpisodes
-- reads:   sw_episode_successions
-- needs:   SWEpisodes
-- source:  SSDA903 validation rules, SW10STG2
-- found:   The social worker episode starts more than seven days before the previous one ended.
-- fix:     Correct the start date of this episode or the end date of the one before.
-- notes:   The reference implementation differs: it also flags a start more than seven days after the previous end, and every row that has
--          no readable start or whose previous one has no readable end.
-- version: 2023-24
select 'SWEpisodes' as module, row_id
from sw_episode_successions
where sw_decom < previous_sw_dec - 7
-- version: 2024-25 first contacts (FCONTA) are exempt
select 'SWEpisodes' as module, row_id
from sw_episode_successions
where sw_decom < previous_sw_dec - 7
  and sw_reason is distinct from 'FCONTA'
