-- rule:    SW03STG1
-- title:   Social worker episode is incomplete
-- fields:  SW_ID, SW_DECOM, SW_REASON
-- reports: SWEpisodes
-- reads:   sw_episodes
-- needs:   SWEpisodes
-- source:  SSDA903 validation rules, SW03STG1
-- found:   The social worker episode has no worker ID, no start date or no reason for the change of worker.
-- fix:     Complete the worker ID, the start date and the reason.
-- version: 2023-24
select row_id
from sw_episodes
where sw_id is null or sw_decom_text is null or sw_reason is null
