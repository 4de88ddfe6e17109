-- title:   Tombstones
-- purpose: Records that held and are absent from this snapshot are retired: a version that says so, with the key alone
insert into source.{{table}} (
    authority, scope, business_key, occurrence, as_at, load_id, absent, holds, {{key_columns}})
select s.authority, s.scope, s.business_key, s.occurrence, {{as_at}}, {{load_id}}, true, true, {{source_key_columns}}
from verdict as v
join source.{{table}} as s on s.ctid = v.held
where v.kind = 'r';
