-- rule:    SW16bSTG2
-- title:   Start date of the first social worker episode differs from last year's open one
-- fields:  SW_DECOM
-- reports: SWEpisodes
-- reads:   sw_episodes_carried_over
-- needs:   SWEpisodes, SWEpisodes_last
-- source:  SSDA903 validation rules, SW16bSTG2
-- found:   The child's first social worker episode of this year does not have the start date of the one that was open at the end of last
--          year's return.
-- fix:     Carry last year's open social worker episode on with the same start date.
-- notes:   Added and withdrawn in the same year, so never part of an active set of rules. Flagged also when one or both are blank or
--          unreadable.
-- version: 2024-25
select 'SWEpisodes' as module, row_id
from sw_episodes_carried_over
where sw_decom <> last_sw_decom or sw_decom is null or last_sw_decom is null
