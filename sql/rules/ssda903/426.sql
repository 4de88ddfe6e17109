-- rule:    426
-- title:   Child has both respite legal statuses V3 and V4 in the same year
-- fields:  LS
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 426
-- found:   The child has short breaks recorded in both ways, each break (V3) and the agreement only (V4), in one year.
-- fix:     Record the child's short breaks in one of the two ways.
-- notes:   Dates are not looked at: the whole file counts as the year.
-- version: 2022-23
with short_breaks as (
    select row_id, child, ls
    from episodes
    where ls in ('V3', 'V4')
      and child is not null
),
recorded_both_ways as (
    select child
    from short_breaks
    group by child
    having count(distinct ls) = 2
)
select 'Episodes' as module, row_id
from short_breaks
join recorded_both_ways using (child)
