-- rule:    1008
-- title:   URN is not found in the Ofsted provider lists
-- fields:  URN
-- reports: Episodes
-- reads:   episodes, providers
-- needs:   Episodes, providers
-- source:  SSDA903 validation rules, 1008
-- found:   The URN is not in the Ofsted lists of providers.
-- fix:     Check the URN with Ofsted's lists; XXXXXXX stands for settings that are not registered with Ofsted.
-- notes:   Closed providers count as well. URNs are compared as text.
-- version: 2022-23
select 'Episodes' as module, e.row_id
from episodes e
where e.urn <> 'XXXXXXX'
  and not exists (select from providers p where p.urn = e.urn)
