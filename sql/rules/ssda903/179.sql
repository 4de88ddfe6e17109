-- rule:    179
-- title:   Placement location (inside/outside the authority) could not be determined
-- fields:  PL_LOCATION
-- reports: Episodes
-- reads:   episodes, placement_places
-- needs:   Episodes, postcodes
-- source:  SSDA903 validation rules, 179
-- found:   Whether the placement is inside or outside the authority cannot be worked out from its postcode.
-- fix:     Give the full and correct postcode of the placement.
-- notes:   The location is always derived from the postcode, so "not valid" can only mean that the postcode is blank or unknown; which of IN and
--          OUT it is does not matter.
-- version: 2022-23
select 'Episodes' as module, e.row_id
from placement_places p
join episodes e using (row_id)
where p.pl_location is null
  and (e.ls in ('V3', 'V4')) is not true
