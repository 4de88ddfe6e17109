-- rule:    225
-- title:   Placement changed within the period of care but no reason for placement change given
-- fields:  REASON_PLACE_CHANGE
-- reports: Episodes
-- reads:   episodes_in_order
-- needs:   Episodes
-- source:  SSDA903 validation rules, 225
-- found:   The episode ended because the placement changed (X1, then an episode with reason P, T, B or U), but the reason for the change is blank.
-- fix:     Give the reason for the placement change on the episode that ended.
-- notes:   Moves into and out of temporary placements (T0 to T4) need no reason. Whether the next episode starts on the day this one ends is not
--          tested.
-- version: 2022-23
select row_id
from episodes_in_order
where rec = 'X1'
  and reason_place_change is null
  and (place in ('T0', 'T1', 'T2', 'T3', 'T4')) is not true
  and next_rne in ('P', 'B', 'T', 'U')
  and (next_place in ('T0', 'T1', 'T2', 'T3', 'T4')) is not true
