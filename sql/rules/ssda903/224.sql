-- rule:    224
-- title:   Placement provider code is not one registered for the URN in the Ofsted list
-- fields:  PLACE_PROVIDER
-- reports: Episodes
-- reads:   episodes, providers
-- needs:   Episodes, providers
-- source:  SSDA903 validation rules, 224
-- found:   The placement provider is blank or not one that Ofsted's list has for this URN, or the list does not have the URN.
-- fix:     Correct the placement provider or the URN.
-- notes:   A URN listed more than once must have the provider in every listing.
-- version: 2022-23
select 'Episodes' as module, e.row_id
from episodes e
left join providers p on p.urn = e.urn
where e.urn <> 'XXXXXXX'
  and (e.place_provider = any (string_to_array(p.provider_codes, ','))) is not true
