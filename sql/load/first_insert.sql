-- title:   The first file of a scope
-- purpose: Nothing is held yet, so every row but duplicates is new
insert into source.{{table}} (
    authority, scope, business_key, occurrence, as_at, load_id, file_row, content_hash, absent, holds, unusable, raw,
    {{columns}})
select
    {{authority}}, {{scope}}, l.business_key, coalesce(l.occurrence, 1::smallint), {{as_at}}, {{load_id}}, l.row_no, l.content_hash, false, true,
    l.unusable, l.raw,
    {{landing_columns}}
from landing.{{table}} as l
where l.duplicate is not true;
