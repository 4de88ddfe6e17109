-- title:   The data dictionary, as Markdown
-- purpose: One line of text per row: schemas in the order of the data's way, their tables, views and functions with their comments.
-- rules:   design, decision 13: the meaning is in the database. A column of a view without words of its own takes those of the
--          table column of the same name that the view reads
with schemas as (
    select n.oid, n.nspname as schema, array_position(
        array['landing', 'source', 'identity', 'star', 'functions', 'concepts', 'measures', 'returns', 'audits', 'ops'], n.nspname::text) as place
    from pg_catalog.pg_namespace as n
    where n.nspname not like 'pg\_%' and n.nspname not in ('information_schema', 'public')
),
relations as (
    select
        c.oid, s.schema, s.place, c.relname as name,
        case c.relkind when 'v' then 'view' else 'table' end as kind,
        pg_catalog.obj_description(c.oid, 'pg_class') as words,
        (select string_agg(a.attname, ', ' order by array_position(k.conkey, a.attnum))
         from pg_catalog.pg_constraint as k
         join pg_catalog.pg_attribute as a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
         where k.conrelid = c.oid and k.contype = 'p') as primary_key
    from schemas as s
    join pg_catalog.pg_class as c on c.relnamespace = s.oid and c.relkind in ('r', 'p', 'v', 'm')
    where s.schema <> 'landing'
),
view_reads as (
    -- the table columns a view reads, by name
    select distinct r.ev_class as view, a.attname, pg_catalog.col_description(a.attrelid, a.attnum) as words
    from pg_catalog.pg_rewrite as r
    join pg_catalog.pg_depend as d on d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass and d.objid = r.oid
     and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjsubid > 0
    join pg_catalog.pg_attribute as a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
    where d.refobjid <> r.ev_class and pg_catalog.col_description(a.attrelid, a.attnum) is not null
),
columns as (
    select
        r.schema, r.name as relation, a.attnum,
        format('| %s | %s | %s | %s |', a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod),
               case when a.attnotnull then 'yes' else '' end,
               replace(replace(coalesce(
                   pg_catalog.col_description(r.oid, a.attnum),
                   (select min(v.words) from view_reads as v where v.view = r.oid and v.attname = a.attname),
                   ''), '|', '\|'), chr(10), ' ')) as line
    from relations as r
    join pg_catalog.pg_attribute as a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
    -- a view of source.x has the columns of source.x: only what it adds is listed
    where r.schema <> 'source' or r.kind = 'table'
       or not exists (
           select from pg_catalog.pg_attribute as t
           join relations as base on base.oid = t.attrelid and base.schema = 'source' and base.kind = 'table'
           where t.attname = a.attname and r.name = base.name || '_held')
),
functions as (
    select
        s.schema, s.place, p.proname as name,
        pg_catalog.pg_get_function_identity_arguments(p.oid) as arguments,
        pg_catalog.pg_get_function_result(p.oid) as result,
        pg_catalog.obj_description(p.oid, 'pg_proc') as words
    from schemas as s
    join pg_catalog.pg_proc as p on p.pronamespace = s.oid
),
lines as (
    -- within: 0 the schema, 1 a table or view, 2 a function; part: heading, columns, end
    select s.place, s.schema, 0 as within, '' as name, 0 as part, 0 as position,
           '## ' || s.schema || chr(10) || chr(10)
           || coalesce(pg_catalog.obj_description(s.oid, 'pg_namespace') || '.' || chr(10), '')
           || case when s.schema = 'landing'
                  then chr(10) || 'One table for each dataset, with the typed columns of its table in `source`.' || chr(10) else '' end as line
    from schemas as s
    union all
    select r.place, r.schema, 1, r.name, 0, 0,
           '### ' || r.schema || '.' || r.name || chr(10) || chr(10)
           || case when r.kind = 'view' and r.schema = 'source' then 'View: the columns of the table, and those below. '
                   when r.kind = 'view' then 'View. ' else '' end
           || coalesce(r.words, '')
           || coalesce(chr(10) || chr(10) || 'Primary key: ' || r.primary_key, '')
           || chr(10) || chr(10) || '| column | type | not null | meaning |' || chr(10) || '|---|---|---|---|'
    from relations as r
    union all
    select r.place, r.schema, 1, r.name, 1, c.attnum, c.line
    from relations as r
    join columns as c on c.schema = r.schema and c.relation = r.name
    union all
    select r.place, r.schema, 1, r.name, 2, 0, '' from relations as r
    union all
    select f.place, f.schema, 2, f.name, 0, 0,
           '### ' || f.schema || '.' || f.name || chr(10) || chr(10)
           || '```' || chr(10) || f.name || '(' || f.arguments || ')' || chr(10) || 'returns ' || f.result || chr(10) || '```' || chr(10) || chr(10)
           || regexp_replace(replace(coalesce(f.words, ''), chr(10), chr(10) || '- '), chr(10), chr(10) || chr(10)) || chr(10)
    from functions as f
)
select line
from lines
order by place, schema collate "C", within, name collate "C", part, position;
