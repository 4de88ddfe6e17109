-- rule:    1011
-- title:   Care-leaver data given for a child whose care was transferred to another authority
-- fields:  IN_TOUCH, ACTIV, ACCOM
-- reports: OC3
-- reads:   oc3, latest_episodes
-- needs:   Episodes, OC3
-- source:  SSDA903 validation rules, 1011
-- found:   Care-leaver data is given, but the child's care was transferred to another local authority (E3).
-- fix:     Take the care-leaver data out: the other authority returns it; or correct the reason care ceased.
-- version: 2022-23
select 'OC3' as module, o.row_id
from oc3 o
join latest_episodes e using (child)
where e.rec = 'E3'
  and (o.in_touch is not null or o.activ is not null or o.accom is not null)
