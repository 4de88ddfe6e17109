-- rule:    INT35
-- title:   Child appears more than once in PrevPerm
-- fields:  CHILD
-- reports: PrevPerm
-- reads:   prev_perm
-- needs:   PrevPerm
-- source:  SSDA903 validation rules, INT35
-- found:   The child has more than one previous permanence record; only one is allowed.
-- fix:     Keep one previous permanence record for the child, or correct the child identifier of the others.
-- version: 2022-23
with repeated as (
    select child
    from prev_perm
    where child is not null
    group by child
    having count(*) > 1
)
select 'PrevPerm' as module, r.row_id
from prev_perm r
join repeated using (child)
