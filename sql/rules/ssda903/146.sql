-- rule:    146
-- title:   Placement type is not a valid code
-- fields:  PLACE
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 146
-- found:   The placement type is not one of the codes of this collection.
-- fix:     Give the code of the placement that is valid in this collection year.
-- notes:   REFERENCE DIFFERS: in 2024-25 it writes K3 in lower case and so flags every K3.
-- version: 2022-23
select row_id
from episodes
where place not in ('A3', 'A4', 'A5', 'A6', 'H5', 'K1', 'K2', 'P1', 'P2', 'P3', 'R1', 'R2', 'R3', 'R5', 'S1', 'T0', 'T1', 'T2', 'T3', 'T4', 'U1',
       'U2', 'U3', 'U4', 'U5', 'U6', 'Z1')
-- version: 2024-25 K3 (supported accommodation) is added
select row_id
from episodes
where place not in ('A3', 'A4', 'A5', 'A6', 'H5', 'K1', 'K2', 'K3', 'P1', 'P2', 'P3', 'R1', 'R2', 'R3', 'R5', 'S1', 'T0', 'T1', 'T2', 'T3', 'T4',
       'U1', 'U2', 'U3', 'U4', 'U5', 'U6', 'Z1')
-- version: 2025-26 H5, P2 and Z1 are withdrawn; Z11 to Z14 are added
select row_id
from episodes
where place not in ('A3', 'A4', 'A5', 'A6', 'K1', 'K2', 'K3', 'P1', 'P3', 'R1', 'R2', 'R3', 'R5', 'S1', 'T0', 'T1', 'T2', 'T3', 'T4', 'U1', 'U2',
       'U3', 'U4', 'U5', 'U6', 'Z11', 'Z12', 'Z13', 'Z14')
