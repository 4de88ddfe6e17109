-- title:   The data dictionary, as HTML
-- purpose: The list of tables and the tables themselves, one line of HTML per row; Tests/Docs/generate.sh puts head, style and script round it.
-- inputs:  star_class, made_of, told (Tests/Docs/dictionary/lineage.sql)
-- rules:   design, decision 13: the meaning is in the database. A column of a view without words of its own takes those of the
--          table column of the same name that the view reads

create function pg_temp.html(words text) returns text
language sql immutable as $$
    select replace(replace(replace(replace(coalesce(words, ''), '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '"', '&quot;')
$$;

-- Words with the tables they name as links.
create function pg_temp.linked(words text) returns text
language sql immutable as $$
    select regexp_replace(pg_temp.html(words), '\m(star|source|identity|ops)\.([a-z_0-9]+)\M(?!\.)', '<a href="#\1.\2">\1.\2</a>', 'g')
$$;

create temporary table shown_schema as
select n.oid, n.nspname::text as schema, coalesce(pg_catalog.obj_description(n.oid, 'pg_namespace'), '') as words,
    array_position(array['star', 'concepts', 'measures', 'functions', 'returns', 'audits', 'source', 'identity', 'ops', 'landing'], n.nspname::text) as place
from pg_catalog.pg_namespace as n
where n.nspname not like 'pg\_%' and n.nspname not in ('information_schema', 'public');

create temporary table shown_relation as
select c.oid, s.schema, s.place, c.relname::text as name, case c.relkind when 'v' then 'view' else 'table' end as kind,
    coalesce(pg_catalog.obj_description(c.oid, 'pg_class'), '') as words,
    (select array_agg(a.attname::text order by array_position(k.conkey, a.attnum))
     from pg_catalog.pg_constraint as k
     join pg_catalog.pg_attribute as a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
     where k.conrelid = c.oid and k.contype = 'p') as primary_key,
    case s.schema
        when 'source' then (select array_agg(d.name) from ops.dataset as d where split_part(d.name, '/', 2) = regexp_replace(c.relname, '_held$', ''))
        when 'star' then (select array_agg(distinct t.dataset order by t.dataset) from told as t where t.star_table = c.relname)
    end as feeds
from shown_schema as s
join pg_catalog.pg_class as c on c.relnamespace = s.oid and c.relkind in ('r', 'p', 'v', 'm')
where s.schema <> 'landing' and not (s.schema = 'source' and c.relkind = 'v');

create temporary table shown_column as
with view_reads as (
    select distinct r.ev_class as view, a.attname, n.nspname as schema, c.relname as relation, pg_catalog.col_description(a.attrelid, a.attnum) as words
    from pg_catalog.pg_rewrite as r
    join pg_catalog.pg_depend as d on d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass and d.objid = r.oid
     and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjsubid > 0
    join pg_catalog.pg_attribute as a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
    join pg_catalog.pg_class as c on c.oid = a.attrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where d.refobjid <> r.ev_class
)
select r.oid, r.schema, r.name as relation, a.attnum, a.attname::text as name, pg_catalog.format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as is_required,
    coalesce(a.attname::text = any (r.primary_key), false) as is_key,
    regexp_replace(
        coalesce(
            pg_catalog.col_description(r.oid, a.attnum), (select min(v.words) from view_reads as v where v.view = r.oid and v.attname = a.attname), ''),
        format(' \[(none|personal|identifier|special)\]$|^%s: ', case when r.schema = 'source' then a.attname else '-' end), '', 'gi') as words,
    coalesce(
        case r.schema
            when 'source' then substring(pg_catalog.col_description(r.oid, a.attnum) from '\[(none|personal|identifier|special)\]$')
            when 'star' then (select s.class from star_class as s where s.star_table = r.name and s.name = a.attname)
            when 'identity' then
                case
                    when a.attname in ('identifier', 'local_id', 'nhs_number', 'upn', 'former_upn', 'reference', 'forename', 'surname', 'date_of_birth', 'value', 'name')
                        then 'identifier'
                    when a.attname in ('person_key', 'subject') then 'personal'
                end
            when 'ops' then case when r.name = 'quarantine' and a.attname = 'fields' then 'special' end
        end,
        (select pg_temp.class_of(max(pg_temp.closeness(s.class)))
         from view_reads as v
         join star_class as s on v.schema = 'star' and s.star_table = v.relation and s.name = v.attname
         where v.view = r.oid and v.attname = a.attname),
        (select substring(min(v.words) from '\[(none|personal|identifier|special)\]$') from view_reads as v where v.view = r.oid and v.attname = a.attname and v.schema = 'source'),
        case a.attname when 'raw' then 'special' when 'business_key' then 'identifier' when 'subject' then 'personal' end,
        'none') as class,
    case when r.schema = 'star' then
        (select string_agg(distinct m.source_table || '.' || m.source_column, ', ' order by m.source_table || '.' || m.source_column)
         from made_of as m where m.star_table = r.name and m.star_column = a.attname)
    end as made_of
from shown_relation as r
join pg_catalog.pg_attribute as a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped;

-- What every table of source has beside the columns of its dataset: shown once.
create temporary table common_column as
select name, min(attnum) as attnum, min(type) as type, min(words) as words, min(class) as class
from shown_column
where schema = 'source'
  and name in (
      'assertion_id', 'load_id', 'as_at', 'authority', 'occurrence', 'absent', 'holds', 'content_hash', 'file_row', 'scope', 'business_key', 'subject', 'unusable', 'raw')
group by name;
delete from shown_column where schema = 'source' and name in (select name from common_column);

create temporary table shown_function as
select s.schema, s.place, p.oid, p.proname::text as name, pg_catalog.pg_get_function_identity_arguments(p.oid) as arguments,
    pg_catalog.pg_get_function_result(p.oid) as result, coalesce(pg_catalog.obj_description(p.oid, 'pg_proc'), '') as words
from shown_schema as s
join pg_catalog.pg_proc as p on p.pronamespace = s.oid;

-- The closest kept column of a table: its class.
create temporary table relation_class as
select oid, pg_temp.class_of(max(pg_temp.closeness(class))) as class from shown_column group by 1;

with entries as (
    select place, schema, 1 as within, name, schema || '.' || name as anchor from shown_relation
    union all
    select place, schema, 2, name, min(schema || '.' || name) from shown_function group by 1, 2, 4
),
lines as (
    select 0 as part, 0 as place, '' as schema, 0 as within, '' as name, 0 as position, '<nav id="list" aria-label="Tables">' as line
    union all
    select 0, s.place, s.schema, 0, '', 0,
        format('<details%s><summary><span>%s</span><b>%s</b></summary><ul>', case when s.schema = 'star' then ' open' else '' end, s.schema,
               (select count(*) from entries as e where e.schema = s.schema))
    from shown_schema as s
    where exists (select from entries as e where e.schema = s.schema)
    union all
    select 0, e.place, e.schema, e.within, e.name, 0, format('<li><a href="#%s">%s</a></li>', e.anchor, e.name) from entries as e
    union all
    select 0, s.place, s.schema, 3, '', 0, '</ul></details>' from shown_schema as s where exists (select from entries as e where e.schema = s.schema)
    union all
    select 0, 99, '', 0, '', 0, '</nav><main id="tables"><div class="intro"><p>Every schema, table, view and function of a warehouse of this version, in the words of the database itself: '
        || '<code>\d+ star.fact_episode</code> in psql shows the same. Analysts select from <a href="#star">star</a> and <a href="#concepts">concepts</a>; '
        || '<a href="#source">source</a> keeps what each agency said.</p><p>Privacy: <i class="class identifier">identifier</i> points to a person · '
        || '<i class="class special">special</i> is about health, ethnicity, offending and the like · <i class="class personal">personal</i> is everything else about a person · '
        || '<i class="class none">none</i> is about no person. A column of the star is kept as closely as the columns it is made of.</p></div>'
        || '<p id="none" hidden>Nothing here has these words.</p>'
    union all
    -- schemas
    select 1, s.place, s.schema, 0, '', 0,
        format('<section class="schema" id="%s"><h2>%s</h2><p>%s%s</p>', s.schema, s.schema, pg_temp.html(s.words),
               case when s.schema = 'landing' then '. One table for each dataset, with the typed columns of its table in source.' else '.' end)
    from shown_schema as s
    union all
    select 1, s.place, s.schema, 0, '', 1,
        '<article id="source.*"><header><h3>Columns that every table of source has</h3></header><table><thead><tr><th>Column</th><th>Type</th><th>Privacy</th><th>Meaning</th></tr></thead><tbody>'
    from shown_schema as s
    where s.schema = 'source'
    union all
    select 1, s.place, s.schema, 0, '', 1 + c.attnum,
        format('<tr><th scope="row"><code>%s</code></th><td><code>%s</code></td><td><i class="class %s">%s</i></td><td>%s</td></tr>',
               c.name, case c.type when 'timestamp with time zone' then 'timestamptz' else c.type end, c.class, c.class, pg_temp.linked(c.words))
    from shown_schema as s
    cross join common_column as c
    where s.schema = 'source'
    union all
    select 1, s.place, s.schema, 0, '', 32000, '</tbody></table></article>' from shown_schema as s where s.schema = 'source'
    union all
    select 1, s.place, s.schema, 9, '', 0, '</section>' from shown_schema as s
    union all
    -- tables and views
    select 1, r.place, r.schema, 1, r.name, 0,
        format('<article id="%s.%s" data-class="%s"><header><h3><a href="#%s.%s"><span>%s.</span>%s</a></h3><p class="marks"><i class="kind">%s</i><i class="class %s">%s</i></p></header>',
               r.schema, r.name, k.class, r.schema, r.name, r.schema, r.name, r.kind, k.class, k.class)
        || format('<p class="words">%s</p>',
                  pg_temp.linked(regexp_replace(r.words, '\s*grain: [^\n]*', '')))
        || coalesce('<dl>' || nullif(concat(
               '<dt>Grain</dt><dd>' || replace(substring(pg_temp.html(r.words) from 'grain: ([^\n]*)'), chr(10), ' ') || '</dd>',
               '<dt>Primary key</dt><dd><code>' || array_to_string(r.primary_key, '</code> <code>') || '</code></dd>',
               '<dt>Feed' || case when cardinality(r.feeds) > 1 then 's' else '' end || '</dt><dd>'
               || (select string_agg(
                      case when r.schema = 'star' then format('<a class="feed" href="#source.%s">%s</a>', split_part(f, '/', 2), f)
                           else format('<span class="feed">%s</span>', f) end, ' ' order by f)
                   from unnest(r.feeds) as f) || '</dd>',
               '<dt>Made from</dt><dd>' || (
                   select string_agg(distinct format('<a class="feed" href="#%s">%s</a>', input[1], input[1]), ' ')
                   from finishing as f
                   cross join lateral regexp_matches(substring(f.query from 'inputs:(.*?)\n--[ ]*\w+:'), '\m(star\.\w+)\M', 'g') as input
                   where r.schema = 'star' and substring(f.query from 'into: +star\.(\w+)') = r.name and input[1] <> 'star.' || r.name) || '</dd>',
               case when r.schema = 'source' and r.kind = 'table' then
                   '<dt>Goes to</dt><dd>' || (
                       select string_agg(distinct format('<a class="feed" href="#star.%s">star.%s</a>', t.star_table, t.star_table), ' ')
                       from told as t where t.source_table = r.name) || '</dd>' end,
               case when r.schema = 'source' then '<dt>View</dt><dd><code>source.' || r.name || '_held</code> what holds now</dd>' end), '') || '</dl>', '')
        || '<table><thead><tr><th>Column</th><th>Type</th><th>Privacy</th><th>Meaning</th></tr></thead><tbody>'
    from shown_relation as r
    join relation_class as k using (oid)
    union all
    select 1, r.place, r.schema, 1, r.name, c.attnum,
        format('<tr><th scope="row"><code>%s</code>%s</th><td><code>%s</code>%s</td><td><i class="class %s">%s</i></td><td>%s%s</td></tr>',
               c.name, case when c.is_key then '<abbr title="part of the primary key">key</abbr>' else '' end,
               case c.type when 'timestamp with time zone' then 'timestamptz' else c.type end,
               case when c.is_required and not c.is_key then ' <small>not null</small>' else '' end,
               c.class, c.class, pg_temp.linked(c.words), coalesce('<small class="from">' || replace(pg_temp.html(c.made_of), ', ', ' · ') || '</small>', ''))
    from shown_column as c
    join shown_relation as r using (oid)
    union all
    select 1, r.place, r.schema, 1, r.name, 32000, '</tbody></table></article>' from shown_relation as r
    union all
    -- functions
    select 1, f.place, f.schema, 2, f.name, (row_number() over (partition by f.schema, f.name order by f.arguments))::integer,
        format('<article%s class="function"><header><h3><a href="#%s.%s"><span>%s.</span>%s</a></h3><p class="marks"><i class="kind">function</i></p></header>',
               case when row_number() over (partition by f.schema, f.name order by f.arguments) = 1 then format(' id="%s.%s"', f.schema, f.name) else '' end,
               f.schema, f.name, f.schema, f.name)
        || format('<pre>%s(%s)%s</pre>', f.name, pg_temp.html(f.arguments), chr(10) || 'returns ' || pg_temp.html(f.result))
        || format('<p class="words">%s</p>', replace(pg_temp.linked(f.words), chr(10), '<br>')) || '</article>'
    from shown_function as f
    union all
    select 2, 0, '', 0, '', 0, '</main>'
)
select line
from lines
order by part, place, schema collate "C", within, name collate "C", position;
