-- rule:    230
-- title:   URN required for English H5 placements from late October 2023
-- fields:  PLACE, DEC, URN
-- reports: Episodes
-- reads:   episodes, placement_places
-- needs:   Episodes, postcodes
-- source:  SSDA903 validation rules, 230
-- found:   The placement in semi-independent living (H5) in England goes on after 28 October 2023 but has no URN.
-- fix:     Give the URN under which the setting is registered with Ofsted.
-- notes:   QUIRK: a placement whose postcode is blank or unknown is taken to be outside England and not flagged.
-- version: 2023-24
select 'Episodes' as module, e.row_id
from episodes e
join placement_places p using (row_id)
where e.place = 'H5'
  and (e.dec >= date '2023-10-29' or e.dec is null)
  and (e.urn is null or e.urn = 'XXXXXXX')
  and left(p.pl_la, 1) not in ('N', 'W', 'S')
