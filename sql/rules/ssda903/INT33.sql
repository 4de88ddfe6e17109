-- rule:    INT33
-- title:   Child appears more than once in OC2
-- fields:  CHILD
-- reports: OC2
-- reads:   oc2
-- needs:   OC2
-- source:  SSDA903 validation rules, INT33
-- found:   The child has more than one outcome record (OC2); only one is allowed.
-- fix:     Keep one outcome record (OC2) for the child, or correct the child identifier of the others.
-- version: 2022-23
with repeated as (
    select child
    from oc2
    where child is not null
    group by child
    having count(*) > 1
)
select 'OC2' as module, r.row_id
from oc2 r
join repeated using (child)
