-- title:   Versions of the past
-- purpose: What a late file says differently becomes history; what it no longer has becomes a tombstone of that day
insert into source.{{table}} (
    authority, scope, business_key, occurrence, as_at, load_id, file_row, content_hash, absent, holds, unusable, raw,
    {{columns}})
select
    {{authority}}, {{scope}}, l.business_key, v.occurrence, {{as_at}}, {{load_id}}, l.row_no, l.content_hash, false, false, l.unusable, l.raw,
    {{landing_columns}}
from landing.{{table}} as l
join verdict as v using (row_no)
where v.kind in ('s', 'k');

insert into source.{{table}} (
    authority, scope, business_key, occurrence, as_at, load_id, absent, holds, {{key_columns}})
select s.authority, s.scope, s.business_key, s.occurrence, {{as_at}}, {{load_id}}, true, false, {{source_key_columns}}
from verdict as v
join source.{{table}} as s on s.assertion_id = v.known
where v.kind = 'r';
