-- title:   Rows that say something else than what holds
-- purpose: Nearly all rows of a monthly file say again what holds: they are found by content alone, and only the others are looked at
-- grain:   one row per row of landing.<dataset> whose content does not hold (outside what the file is a snapshot of, where it keeps what it says again: every row)
-- edges:   the content hash covers the key, so equal content is an equal key; duplicates in the file are left out here
-- Several cores compare. The planner would leave it to one, since it cannot know how few rows come back.
set local parallel_tuple_cost = 0;
create temporary table unlike on commit drop as
select l.ctid as landed
from landing.{{table}} as l
where l.duplicate is not true
  and not exists (
    select from source.{{table}} as s
    where {{covers_row}} and s.holds and s.authority = {{authority}} and s.scope = {{scope}}
      and s.content_hash = l.content_hash and s.occurrence = coalesce(l.occurrence, 1::smallint))
-- as the rows lie in landing: they are fetched there one after the other
order by l.ctid;
set local parallel_tuple_cost to default;
analyze unlike;
