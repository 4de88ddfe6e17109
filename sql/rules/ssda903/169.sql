-- rule:    169
-- title:   Local authority of placement could not be determined; check the placement postcode
-- fields:  PL_LA
-- reports: Episodes
-- reads:   episodes, placement_places
-- needs:   Episodes, postcodes
-- source:  SSDA903 validation rules, 169
-- found:   The local authority of the placement cannot be worked out from its postcode.
-- fix:     Give the full and correct postcode of the placement.
-- notes:   The authority is always derived from the postcode, so "not valid" can only mean that none was found. QUIRK: a blank postcode is
--          flagged for unaccompanied children as well.
-- version: 2022-23
select 'Episodes' as module, e.row_id
from placement_places p
join episodes e using (row_id)
where p.pl_la is null
  and (e.ls in ('V3', 'V4')) is not true
