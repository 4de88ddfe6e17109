-- title:   How many rows of the file, and of what holds, there are of each kind
-- purpose: Two sides that must agree: what the file says, and what holds
-- grain:   one row
select
    (select count(*) from landing.{{table}} where {{repeats}} and duplicate) as duplicates,
    (select count(*) from landing.{{table}} where {{repeats}} and duplicate is not true and occurrence > 1) as further,
    count(*) filter (where v.occurrence = 1 and v.kind = 'n') as new,
    count(*) filter (where v.occurrence = 1 and v.kind = 'c') as changed,
    count(*) filter (where v.occurrence = 1 and v.kind = 'u') as unchanged,
    count(*) filter (where v.occurrence > 1) as further_unlike,
    count(*) filter (where v.kind in ('c', 'u')) as held_otherwise,
    (
        select count(*) from source.{{table}} as s
        where s.holds and not s.absent and s.authority = {{authority}} and s.scope = {{scope}} and {{covers_held}}
    ) as held
from verdict as v;
