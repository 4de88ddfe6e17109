-- rule:    420
-- title:   Placement local authority present for a child in respite care (V3/V4)
-- fields:  PL_LA
-- reports: Episodes
-- reads:   episodes, placement_places
-- needs:   Episodes, postcodes
-- source:  SSDA903 validation rules, 420
-- found:   The placement authority of a child in short breaks (V3 or V4) is known, because a placement postcode is given.
-- fix:     Take the placement postcode out, or correct the legal status.
-- version: 2022-23
select 'Episodes' as module, e.row_id
from episodes e
join placement_places p using (row_id)
where e.ls in ('V3', 'V4')
  and p.pl_la is not null
