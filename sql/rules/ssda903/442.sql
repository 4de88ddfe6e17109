-- rule:    442
-- title:   UPN is blank for a child who has an episode other than short-break care (V3/V4)
-- fields:  UPN
-- reports: Header
-- reads:   header, episodes
-- needs:   Header, Episodes
-- source:  SSDA903 validation rules, 442
-- found:   The header of a child who is looked after other than in short breaks (V3, V4) has no UPN.
-- fix:     Give the UPN, or one of UN1 to UN5 to say why there is none.
-- version: 2022-23
select 'Header' as module, h.row_id
from header h
where h.upn is null
  and exists (select from episodes e where e.child = h.child and (e.ls in ('V3', 'V4')) is not true)
