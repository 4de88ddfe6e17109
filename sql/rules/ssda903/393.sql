-- rule:    393
-- title:   Mother field is blank for a girl who is looked after
-- fields:  MOTHER
-- reports: Header
-- reads:   header, episodes
-- needs:   Header, Episodes
-- source:  SSDA903 validation rules, 393
-- found:   The header of a girl who is looked after does not say whether she is a mother.
-- fix:     Give 1 if she is a mother, otherwise 0.
-- notes:   No age is asked for: girls of any age are flagged.
-- version: 2022-23
select 'Header' as module, h.row_id
from header h
where h.sex = '2'
  and h.mother is null
  and exists (select from episodes e where e.child = h.child and (e.ls in ('V3', 'V4')) is not true)
-- version: 2024-25 F replaces 2
select 'Header' as module, h.row_id
from header h
where h.sex = 'F'
  and h.mother is null
  and exists (select from episodes e where e.child = h.child and (e.ls in ('V3', 'V4')) is not true)
