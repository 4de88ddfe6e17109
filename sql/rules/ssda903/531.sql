-- rule:    531
-- title:   Provider PR5 is not possible for placement P1
-- fields:  PLACE, PLACE_PROVIDER
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 531
-- found:   The provider is PR5 (voluntary sector), which cannot be for a placement with parents (P1).
-- fix:     Correct the provider or the placement type.
-- version: 2022-23
select row_id
from episodes
where place = 'P1'
    and place_provider = 'PR5'
