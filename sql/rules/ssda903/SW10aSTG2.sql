-- rule:    SW10aSTG2
-- title:   Social worker episode does not start within seven days of the end of the one before
-- fields:  SW_DECOM
-- reports: SWEpisodes
-- reads:   sw_episode_successions
-- needs:   SWEpisodes
-- source:  SSDA903 validation rules, SW10aSTG2
-- found:   The social worker episode does not start within seven days of the end of the one before.
-- fix:     Correct the start date of this episode or the end date of the one before, or give FCONTA as the reason if this is a first
--          contact.
-- notes:   AMBIGUOUS: the official wording can be read as having no upper limit, and does not clearly cover a previous episode without an
--          end. SW10STG2 stays active beside this rule, so a start too early is found by both.
-- version: 2025-26
select 'SWEpisodes' as module, row_id
from sw_episode_successions
where sw_reason is distinct from 'FCONTA'
  and (sw_decom between previous_sw_dec - 7 and previous_sw_dec + 7) is not true
