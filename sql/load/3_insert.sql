-- title:   Further versions
-- purpose: Rows that are new or changed become versions that hold; so do those said again beyond what the file is a snapshot of (in a
--          delta: all): a late file must find that they were said again
insert into source.{{table}} (
    authority, scope, business_key, occurrence, as_at, load_id, file_row, content_hash, absent, holds, unusable, raw,
    {{columns}})
select
    {{authority}}, {{scope}}, l.business_key, v.occurrence, {{as_at}}, {{load_id}}, l.row_no, l.content_hash, false, true, l.unusable, l.raw,
    {{landing_columns}}
from landing.{{table}} as l
join verdict as v on v.landed = l.ctid
where v.kind in ('n', 'c', 'u')
order by l.row_no;
