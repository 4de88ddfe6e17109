-- rule:    213
-- title:   Placement provider must be blank for this placement type
-- fields:  PLACE_PROVIDER
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 213
-- found:   A placement provider is given for a temporary placement (T0 to T4) or, from 2025-26, for another placement (Z11 to Z14).
-- fix:     Leave the placement provider blank, or correct the placement type.
-- notes:   Z1 was never in the list, although no provider was collected for it.
-- version: 2022-23
select row_id
from episodes
where place in ('T0', 'T1', 'T2', 'T3', 'T4') and place_provider is not null
-- version: 2025-26 Z11 to Z14 as well
select row_id
from episodes
where place in ('T0', 'T1', 'T2', 'T3', 'T4', 'Z11', 'Z12', 'Z13', 'Z14') and place_provider is not null
