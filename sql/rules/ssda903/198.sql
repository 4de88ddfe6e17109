-- rule:    198
-- title:   A reason for no SDQ score is given for a child not looked after continuously for 12 months
-- fields:  SDQ_REASON
-- reports: OC2
-- reads:   oc2, continuously_looked_after
-- needs:   Episodes, OC2
-- source:  SSDA903 validation rules, 198
-- found:   A reason for having no SDQ score is given for a child who was not looked after continuously for the twelve months of the year.
-- fix:     Take the reason out, or correct the child's episodes.
-- version: 2022-23
select 'OC2' as module, o.row_id
from oc2 o
where o.sdq_reason is not null
  and not exists (select from continuously_looked_after c where c.child = o.child)
