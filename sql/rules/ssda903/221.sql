-- rule:    221
-- title:   Placement postcode does not match the postcode registered for the URN
-- fields:  PL_POST
-- reports: Episodes
-- reads:   episodes, providers
-- needs:   Episodes, providers
-- source:  SSDA903 validation rules, 221
-- found:   The placement postcode is not the one that Ofsted's list has for this URN, or the list does not have the URN.
-- fix:     Correct the postcode or the URN.
-- notes:   A URN listed more than once is flagged when any listing has another postcode or none. From 2023-24 H5, from 2024-25 K3 instead.
-- version: 2022-23
select 'Episodes' as module, e.row_id
from episodes e
left join providers p on p.urn = e.urn
where e.urn <> 'XXXXXXX'
  and (e.ls in ('V3', 'V4')) is not true
  and e.place in ('K1', 'K2', 'R3', 'S1')
  and e.pl_post is not null
  and replace(e.pl_post, ' ', '') is distinct from p.postcode
-- version: 2023-24 H5 as well
select 'Episodes' as module, e.row_id
from episodes e
left join providers p on p.urn = e.urn
where e.urn <> 'XXXXXXX'
  and (e.ls in ('V3', 'V4')) is not true
  and e.place in ('H5', 'K1', 'K2', 'R3', 'S1')
  and e.pl_post is not null
  and replace(e.pl_post, ' ', '') is distinct from p.postcode
-- version: 2024-25 K3 replaces H5
select 'Episodes' as module, e.row_id
from episodes e
left join providers p on p.urn = e.urn
where e.urn <> 'XXXXXXX'
  and (e.ls in ('V3', 'V4')) is not true
  and e.place in ('K1', 'K2', 'K3', 'R3', 'S1')
  and e.pl_post is not null
  and replace(e.pl_post, ' ', '') is distinct from p.postcode
