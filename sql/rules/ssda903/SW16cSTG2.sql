-- rule:    SW16cSTG2
-- title:   Reason on the first social worker episode differs from last year's open one
-- fields:  SW_REASON
-- reports: SWEpisodes
-- reads:   sw_episodes_carried_over
-- needs:   SWEpisodes, SWEpisodes_last
-- source:  SSDA903 validation rules, SW16cSTG2
-- found:   The child's first social worker episode of this year does not have the reason of the one that was open at the end of last year's
--          return.
-- fix:     Carry last year's open social worker episode on with the same reason.
-- notes:   Added and withdrawn in the same year, so never part of an active set of rules. Flagged also when one or both are blank.
-- version: 2024-25
select 'SWEpisodes' as module, row_id
from sw_episodes_carried_over
where sw_reason <> last_sw_reason or sw_reason is null or last_sw_reason is null
