-- rule:    SW01bSTG1
-- title:   Social worker episode begun from 1 April 2023 lacks worker ID or reason, or has no usable start date
-- fields:  SW_DECOM, SW_ID, SW_REASON
-- reports: SWEpisodes
-- reads:   sw_episodes
-- needs:   SWEpisodes
-- source:  SSDA903 validation rules, SW01bSTG1
-- found:   The social worker episode began on or after 1 April 2023 and has no worker ID or no reason, or its start date is blank or not a
--          date.
-- fix:     Give the start date, the worker's Social Work England number and the reason for the change of worker.
-- notes:   A row without a usable start date is flagged by SW01aSTG1 as well. Active in 2024-25 only.
-- version: 2024-25
select row_id
from sw_episodes
where sw_decom is null or (sw_decom >= date '2023-04-01' and (sw_id is null or sw_reason is null))
