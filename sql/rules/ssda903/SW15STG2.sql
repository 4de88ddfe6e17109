-- rule:    SW15STG2
-- title:   Recent social worker episode has no reason for change
-- fields:  SW_REASON
-- reports: SWEpisodes
-- reads:   sw_episodes
-- needs:   SWEpisodes
-- source:  SSDA903 validation rules, SW15STG2
-- found:   The social worker episode has no reason for the change of worker, and did not begin more than a year before the collection year.
-- fix:     Give the reason for the change of worker.
-- notes:   Added and withdrawn in the same year, so never part of an active set of rules.
-- version: 2024-25
select row_id
from sw_episodes
where sw_reason is null and (sw_decom < :year_start - 365) is not true
