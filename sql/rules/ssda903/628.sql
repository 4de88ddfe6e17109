-- rule:    628
-- title:   Motherhood answered for a care leaver who has no episode of care in this return
-- fields:  MOTHER
-- reports: Header
-- reads:   header, episodes, oc3
-- needs:   Header, Episodes, OC3
-- source:  SSDA903 validation rules, 628
-- found:   The mother item is answered for a care leaver who was not looked after this year.
-- fix:     Leave the mother item blank for care leavers without an episode in the year.
-- notes:   Any answer counts, also 0. That the child is not in Episodes stands for not looked after in the year.
-- version: 2022-23
select 'Header' as module, h.row_id
from header h
where h.mother is not null
  and not exists (select from episodes e where e.child = h.child)
  and exists (
      select from oc3 o
      where o.child = h.child
        and (o.in_touch is not null or o.activ is not null or o.accom is not null)
  )
