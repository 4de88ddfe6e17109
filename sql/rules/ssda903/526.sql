-- rule:    526
-- title:   Placement provider is blank although the placement type requires one
-- fields:  PLACE, PLACE_PROVIDER
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 526
-- found:   The placement provider is blank, although only temporary and other placements (T0 to T4, Z11 to Z14) go without.
-- fix:     Give the provider of the placement (PR0 to PR5).
-- version: 2022-23
select row_id
from episodes
where place_provider is null
    and (place in ('T0', 'T1', 'T2', 'T3', 'T4', 'Z1')) is not true
-- version: 2025-26 Z11 to Z14 replace Z1
select row_id
from episodes
where place_provider is null
    and (place in ('T0', 'T1', 'T2', 'T3', 'T4', 'Z11', 'Z12', 'Z13', 'Z14')) is not true
