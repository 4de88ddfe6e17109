-- rule:    218
-- title:   Ofsted URN is missing for a placement in England that needs one
-- fields:  URN
-- reports: Episodes
-- reads:   episodes, placement_places
-- needs:   Episodes, postcodes
-- source:  SSDA903 validation rules, 218
-- found:   The placement is of a type that Ofsted registers, in England as far as its postcode tells, and has no URN.
-- fix:     Give the setting's Ofsted URN (XXXXXXX when Ofsted does not inspect it), or correct the placement type or postcode.
-- notes:   For episodes that are open or ended after 31 March 2015, whatever the collection year; the reference implementation looks only at
--          those that are open or ended in the collection year or later. Short breaks (V3, V4) are not exempt. Up to 2024-25 a postcode that is
--          not known exempts an episode.
-- version: 2022-23
select 'Episodes' as module, e.row_id
from episodes e
join placement_places p using (row_id)
where e.urn is null
  and (e.place in ('H5', 'P1', 'P2', 'P3', 'R1', 'R2', 'R5', 'T0', 'T1', 'T2', 'T3', 'T4', 'Z1')) is not true
  and left(p.pl_la, 1) not in ('N', 'W', 'S', 'C')
  and (e.dec_text is null or e.dec > date '2015-03-31')
-- version: 2024-25 H5 and P2 are no placement types any more
select 'Episodes' as module, e.row_id
from episodes e
join placement_places p using (row_id)
where e.urn is null
  and (e.place in ('P1', 'P3', 'R1', 'R2', 'R5', 'T0', 'T1', 'T2', 'T3', 'T4', 'Z1')) is not true
  and left(p.pl_la, 1) not in ('N', 'W', 'S', 'C')
  and (e.dec_text is null or e.dec > date '2015-03-31')
-- version: 2025-26 Z11 to Z14 replace Z1, and a placement of unknown place is not exempt
select 'Episodes' as module, e.row_id
from episodes e
join placement_places p using (row_id)
where e.urn is null
  and (e.place in ('P1', 'P3', 'R1', 'R2', 'R5', 'T0', 'T1', 'T2', 'T3', 'T4', 'Z11', 'Z12', 'Z13', 'Z14')) is not true
  and (p.pl_la in ('CON', 'NIR', 'SCO', 'WAL', 'NUK')) is not true
  and (e.dec_text is null or e.dec > date '2015-03-31')
