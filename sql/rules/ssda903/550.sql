-- rule:    550
-- title:   Provider PR0 is only possible for placement P1
-- fields:  PLACE, PLACE_PROVIDER
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 550
-- found:   The provider is PR0 (parent or other person with parental responsibility), but the placement is not with them (P1).
-- fix:     Correct the provider or the placement type.
-- version: 2022-23
select row_id
from episodes
where place_provider = 'PR0'
    and (place = 'P1') is not true
