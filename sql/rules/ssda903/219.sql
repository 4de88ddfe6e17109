-- rule:    219
-- title:   The URN given is not registered for the recorded placement type
-- fields:  URN, PLACE
-- reports: Episodes
-- reads:   episodes, providers
-- needs:   Episodes, providers
-- source:  SSDA903 validation rules, 219
-- found:   Ofsted's list does not have this URN for this placement type, or does not have this URN at all.
-- fix:     Correct the URN or the placement type (URN XXXXXXX when Ofsted does not inspect the setting).
-- notes:   One listing with the placement type is enough; the reference implementation wants every listing of the URN to have it. No exemption by
--          legal status, date or country.
-- version: 2022-23
select 'Episodes' as module, e.row_id
from episodes e
where e.urn <> 'XXXXXXX'
  and not exists (
      select
      from providers p
      where p.urn = e.urn and e.place = any (string_to_array(p.place_codes, ','))
  )
