-- title:   What the next file said without words
-- purpose: A later snapshot that found a record unchanged stored nothing. Once a late file puts something else before it, what that
--          snapshot said must stand in words: the version it found, or that the record was absent
-- rules:   only the next snapshot of the scope has to be restated: those after it were compared with it
with next_file as (
    select l.load_id, d.as_at
    from ops.delivery as d
    join ops.load as l using (delivery_id)
    join ops.dataset as s on s.dataset = l.dataset
    where d.authority = {{authority}} and d.scope = {{scope}} and s.name = {{dataset}} and {{retires}} and not d.partial
      and (d.as_at, l.load_id) > ({{as_at}}, {{load_id}})
    order by d.as_at, l.load_id
    limit 1
),
silent as (
    -- records this file changed, on which the next file has no version of its own
    select v.*, n.load_id as next_load, n.as_at as next_as_at
    from verdict as v
    cross join next_file as n
    where v.kind in ('s', 'r')
      -- the window of the next file has not passed the record
      and (n.as_at - {{window}})::date <= v.window_date
      and not exists (
        select from source.{{table}} as s
        where {{same_record_as_v}} and s.occurrence = v.occurrence
          and s.authority = {{authority}} and s.scope = {{scope}} and s.load_id = n.load_id)
)
insert into source.{{table}} (
    authority, scope, business_key, occurrence, as_at, load_id, file_row, content_hash, absent, holds, unusable, raw,
    {{columns}})
select
    {{authority}}, {{scope}}, silent.business_key, silent.occurrence, silent.next_as_at, silent.next_load,
    -- the row number in the next file is not known: it was not stored
    null, s.content_hash, coalesce(s.absent, true), false, s.unusable, s.raw,
    {{known_columns}}
from silent
left join source.{{table}} as s on s.assertion_id = silent.known
left join landing.{{table}} as l on l.row_no = silent.row_no;
