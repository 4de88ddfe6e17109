-- rule:    1009
-- title:   Reason for placement change is not an allowed code
-- fields:  REASON_PLACE_CHANGE
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 1009
-- found:   The reason for the placement change is not a code of this collection.
-- fix:     Give the reason's code (CARPL, CLOSE, ALLEG, STAND, APPRR, CREQB, CREQO, CHILD, LAREQ, PLACE, CUSTOD or OTHER), or leave it
--          blank if the placement did not change.
-- version: 2022-23
select row_id
from episodes
where reason_place_change not in
    ('CARPL', 'CLOSE', 'ALLEG', 'STAND', 'APPRR', 'CREQB', 'CREQO', 'CHILD', 'LAREQ', 'PLACE', 'CUSTOD', 'OTHER')
