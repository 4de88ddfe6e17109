-- rule:    222
-- title:   URN given for a placement type that should not have an Ofsted URN
-- fields:  URN
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 222
-- found:   An Ofsted URN is given for a placement of a type that Ofsted does not register.
-- fix:     Leave the URN blank, or correct the placement type.
-- notes:   XXXXXXX (no URN applies) passes.
-- version: 2022-23
select row_id
from episodes
where urn <> 'XXXXXXX' and place in ('H5', 'P1', 'P2', 'P3', 'R1', 'R2', 'R5', 'T0', 'T1', 'T2', 'T3', 'T4', 'Z1')
-- version: 2023-24 H5 may have a URN
select row_id
from episodes
where urn <> 'XXXXXXX' and place in ('P1', 'P2', 'P3', 'R1', 'R2', 'R5', 'T0', 'T1', 'T2', 'T3', 'T4', 'Z1')
-- version: 2024-25 P2 is no placement type any more
select row_id
from episodes
where urn <> 'XXXXXXX' and place in ('P1', 'P3', 'R1', 'R2', 'R5', 'T0', 'T1', 'T2', 'T3', 'T4', 'Z1')
-- version: 2025-26 Z11 to Z14 replace Z1
select row_id
from episodes
where urn <> 'XXXXXXX' and place in ('P1', 'P3', 'R1', 'R2', 'R5', 'T0', 'T1', 'T2', 'T3', 'T4', 'Z11', 'Z12', 'Z13', 'Z14')
