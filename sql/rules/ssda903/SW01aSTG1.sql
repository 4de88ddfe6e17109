-- rule:    SW01aSTG1
-- title:   Social worker episode begun before 1 April 2023 lacks the worker ID, or has no usable start date
-- fields:  SW_DECOM, SW_ID
-- reports: SWEpisodes
-- reads:   sw_episodes
-- needs:   SWEpisodes
-- source:  SSDA903 validation rules, SW01aSTG1
-- found:   The social worker episode began before 1 April 2023 and has no worker ID, or its start date is blank or not a date.
-- fix:     Give the start date and the worker's Social Work England number.
-- notes:   A row without a usable start date is flagged by SW01bSTG1 as well. Active in 2024-25 only.
-- version: 2024-25
select row_id
from sw_episodes
where sw_decom is null or (sw_decom < date '2023-04-01' and sw_id is null)
