-- rule:    1002
-- title:   Care-leaver record for a young person with no episode of care this year or last year
-- fields:  IN_TOUCH, ACTIV, ACCOM
-- reports: OC3
-- reads:   episodes, episodes_earlier, oc3
-- needs:   Episodes, Episodes_last, OC3
-- source:  SSDA903 validation rules, 1002
-- found:   There is a care-leaver record, but the young person has no episode in this year's or an earlier return.
-- fix:     Check the child identifier; if care ended before the oldest of the returns given, the record is in order.
-- notes:   All earlier returns given are searched; where that is last year's alone, as DfE words the rule, young people whose care ended before
--          it are flagged. It does not matter whether the care-leaver items are filled.
-- version: 2022-23
select 'OC3' as module, o.row_id
from oc3 o
where not exists (select from episodes e where e.child = o.child)
  and not exists (select from episodes_earlier e where e.child = o.child)
