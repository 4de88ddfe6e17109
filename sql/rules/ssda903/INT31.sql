-- rule:    INT31
-- title:   Child appears more than once in AD1
-- fields:  CHILD
-- reports: AD1
-- reads:   ad1
-- needs:   AD1
-- source:  SSDA903 validation rules, INT31
-- found:   The child has more than one adoption record; only one is allowed.
-- fix:     Keep one adoption record for the child, or correct the child identifier of the others.
-- version: 2022-23
with repeated as (
    select child
    from ad1
    where child is not null
    group by child
    having count(*) > 1
)
select 'AD1' as module, r.row_id
from ad1 r
join repeated using (child)
