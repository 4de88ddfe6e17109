-- rule:    454
-- title:   Placement is more than 350 miles from the child's home postcode
-- fields:  PL_DISTANCE
-- reports: Episodes
-- reads:   placement_places
-- needs:   Episodes, postcodes
-- source:  SSDA903 validation rules, 454
-- found:   The placement is more than 350 miles from the child's home.
-- fix:     Check both postcodes and correct the one that is wrong; if both are right, explain the distance.
-- notes:   Former unaccompanied children who are not marked as such in the return may be flagged.
-- version: 2025-26
select 'Episodes' as module, row_id
from placement_places
where pl_distance > 350
  and pl_distance <> 999.9
