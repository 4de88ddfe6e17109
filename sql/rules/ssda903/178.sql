-- rule:    178
-- title:   Placement provider code is invalid, or given for a placement type that takes none
-- fields:  PLACE_PROVIDER
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 178
-- found:   The placement provider is not one of its codes, or is given for a temporary or other placement, which takes none.
-- fix:     Give PR0 to PR5; leave the provider blank for T0 to T4 and for other placements (Z1; Z11 to Z14 from 2025-26).
-- notes:   From 2025-26 the specification's list has no T4. That is an oversight: no provider is collected for T4 in any year, so T4 stays in the
--          list here. REFERENCE DIFFERS: from 2025-26 it does not flag T4. Rule 213 flags it as well.
-- version: 2022-23
select row_id
from episodes
where place_provider not in ('PR0', 'PR1', 'PR2', 'PR3', 'PR4', 'PR5')
   or (place_provider is not null and place in ('T0', 'T1', 'T2', 'T3', 'T4', 'Z1'))
-- version: 2025-26 Z11 to Z14 replace Z1
select row_id
from episodes
where place_provider not in ('PR0', 'PR1', 'PR2', 'PR3', 'PR4', 'PR5')
   or (place_provider is not null and place in ('T0', 'T1', 'T2', 'T3', 'T4', 'Z11', 'Z12', 'Z13', 'Z14'))
