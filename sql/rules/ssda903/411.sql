-- rule:    411
-- title:   Placement location says inside the authority but the placement's local authority differs
-- fields:  PL_LOCATION
-- reports: Episodes
-- reads:   placement_places
-- needs:   Episodes, postcodes, la
-- source:  SSDA903 validation rules, 411
-- found:   The placement is said to be inside the authority, but its postcode lies in another.
-- fix:     Correct the placement postcode.
-- notes:   Location and authority are both worked out from the placement postcode, so that this cannot happen in a return; only IN is checked.
-- version: 2022-23
select 'Episodes' as module, row_id
from placement_places
where pl_location = 'IN'
  and (pl_la = :la) is not true
