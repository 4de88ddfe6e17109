-- rule:    INT36
-- title:   Child appears more than once in UASC
-- fields:  CHILD
-- reports: UASC
-- reads:   uasc
-- needs:   UASC
-- source:  SSDA903 validation rules, INT36
-- found:   The child has more than one unaccompanied asylum seeker record; only one is allowed.
-- fix:     Keep one unaccompanied asylum seeker record for the child, or correct the child identifier of the others.
-- version: 2022-23
with repeated as (
    select child
    from uasc
    where child is not null
    group by child
    having count(*) > 1
)
select 'UASC' as module, r.row_id
from uasc r
join repeated using (child)
