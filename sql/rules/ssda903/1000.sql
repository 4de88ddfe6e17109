-- rule:    1000
-- title:   Care-leaver record present for a young person whose care ended by death
-- fields:  IN_TOUCH, ACTIV, ACCOM
-- reports: OC3
-- reads:   episodes, episodes_earlier, oc3
-- needs:   Episodes, OC3
-- source:  SSDA903 validation rules, 1000
-- found:   There is a care-leaver record, but an episode of the young person, in this year's or an earlier return, ended by death (E2).
-- fix:     Take the care-leaver record out, or correct the reason for which the episode ceased.
-- notes:   Any episode counts, and it does not matter whether the care-leaver items are filled. All earlier returns given are searched,
--          where DfE looks at last year's; without any only this year's is.
-- version: 2022-23
with died as (
    select child from episodes where rec = 'E2'
    union all
    select child from episodes_earlier where rec = 'E2'
)
select 'OC3' as module, o.row_id
from oc3 o
where exists (select from died d where d.child = o.child)
