-- rule:    SW10bSTG2
-- title:   First-contact social worker episode starts on or before the day the previous episode ends
-- fields:  SW_DECOM, SW_REASON
-- reports: SWEpisodes
-- reads:   sw_episode_successions
-- needs:   SWEpisodes
-- source:  SSDA903 validation rules, SW10bSTG2
-- found:   The social worker episode is a first contact (FCONTA), but does not start after the day on which the previous one ended.
-- fix:     Correct the start date or the reason of this episode, or the end date of the one before.
-- notes:   AMBIGUOUS: DfE's message (before the previous episode has ended) would let the same day pass and would flag an open previous
--          episode.
-- version: 2025-26
select 'SWEpisodes' as module, row_id
from sw_episode_successions
where sw_reason = 'FCONTA'
  and sw_decom <= previous_sw_dec
