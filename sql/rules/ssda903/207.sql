-- rule:    207
-- title:   Recorded as a mother last year, but mother status is different or missing this year
-- fields:  MOTHER
-- reports: Header
-- reads:   header, header_last, episodes
-- needs:   Header, Header_last, Episodes
-- source:  SSDA903 validation rules, 207
-- found:   Last year the child was recorded as a mother (1); this year MOTHER is blank or something else.
-- fix:     Record the child as a mother (1) again, or confirm that last year's return was wrong.
-- version: 2022-23
select 'Header' as module, h.row_id
from header h
join header_last before using (child)
where before.mother = '1'
  and h.mother is distinct from '1'
  and exists (select from episodes e where e.child = h.child)
