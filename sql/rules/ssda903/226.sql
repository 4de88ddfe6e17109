-- rule:    226
-- title:   Reason for placement change recorded on, or just before, a temporary placement
-- fields:  REASON_PLACE_CHANGE, PLACE
-- reports: Episodes
-- reads:   episodes_in_order
-- needs:   Episodes
-- source:  SSDA903 validation rules, 226
-- found:   This temporary placement (T0 to T4), or the episode just before it, has a reason for placement change.
-- fix:     Take the reason out of both episodes, or correct the placement type.
-- notes:   Only the temporary episode is flagged, never the one before it.
-- version: 2022-23
select row_id
from episodes_in_order
where place in ('T0', 'T1', 'T2', 'T3', 'T4')
  and (reason_place_change is not null or previous_reason_place_change is not null)
-- version: 2025-26 only DfE's message changed
select row_id
from episodes_in_order
where place in ('T0', 'T1', 'T2', 'T3', 'T4')
  and (reason_place_change is not null or previous_reason_place_change is not null)
