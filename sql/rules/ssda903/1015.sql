-- rule:    1015
-- title:   Own-provision placement (PR1) is located outside the authority's own area
-- fields:  PL_LA
-- reports: Episodes
-- reads:   episodes, placement_places
-- needs:   Episodes, postcodes, la
-- source:  SSDA903 validation rules, 1015
-- found:   The placement is own provision (PR1), but its postcode is outside the authority's area, blank or unknown.
-- fix:     Correct the placement postcode or the provider: provision of another authority is PR2.
-- version: 2022-23
select 'Episodes' as module, e.row_id
from episodes e
join placement_places p using (row_id)
where e.place_provider = 'PR1'
  and e.place not in ('A3', 'A4', 'A5', 'A6', 'U1', 'U2', 'U3', 'U4', 'U5', 'U6')
  and e.ls not in ('V3', 'V4')
  and p.pl_la is distinct from :la
-- version: 2025-26 supported accommodation (K3) is exempt
select 'Episodes' as module, e.row_id
from episodes e
join placement_places p using (row_id)
where e.place_provider = 'PR1'
  and e.place not in ('A3', 'A4', 'A5', 'A6', 'U1', 'U2', 'U3', 'U4', 'U5', 'U6', 'K3')
  and e.ls not in ('V3', 'V4')
  and p.pl_la is distinct from :la
