-- rule:    INT34
-- title:   Child appears more than once in OC3
-- fields:  CHILD
-- reports: OC3
-- reads:   oc3
-- needs:   OC3
-- source:  SSDA903 validation rules, INT34
-- found:   The child has more than one care-leaver record; only one is allowed.
-- fix:     Keep one care-leaver record for the child, or correct the child identifier of the others.
-- version: 2022-23
with repeated as (
    select child
    from oc3
    where child is not null
    group by child
    having count(*) > 1
)
select 'OC3' as module, r.row_id
from oc3 r
join repeated using (child)
