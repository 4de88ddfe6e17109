-- rule:    243
-- title:   URN given although the placement is outside England, where no provider is registered with Ofsted
-- fields:  URN
-- reports: Episodes
-- reads:   episodes, placement_places
-- needs:   Episodes, postcodes
-- source:  SSDA903 validation rules, 243
-- found:   A URN is given, but the placement is outside England, where providers are not registered with Ofsted.
-- fix:     Take the URN out, or correct the postcode of the placement.
-- notes:   The placeholder XXXXXXX counts as a URN. The country is derived from the postcode, so confidential places and places outside the United
--          Kingdom (CON, NUK) are never found.
-- version: 2025-26
select 'Episodes' as module, e.row_id
from episodes e
join placement_places p using (row_id)
where e.urn is not null
  and p.pl_la in ('CON', 'NIR', 'SCO', 'WAL', 'NUK')
