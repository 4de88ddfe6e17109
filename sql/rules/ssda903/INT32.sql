-- rule:    INT32
-- title:   Child appears more than once in Header
-- fields:  CHILD
-- reports: Header
-- reads:   header
-- needs:   Header
-- source:  SSDA903 validation rules, INT32
-- found:   The child has more than one header; only one is allowed.
-- fix:     Keep one header for the child, or correct the child identifier of the others.
-- version: 2022-23
with repeated as (
    select child
    from header
    where child is not null
    group by child
    having count(*) > 1
)
select 'Header' as module, r.row_id
from header r
join repeated using (child)
