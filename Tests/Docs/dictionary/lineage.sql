-- title:   What the data dictionary says of lineage and privacy
-- purpose: Which datasets fill each table of the star, and how closely each column must be kept: that of the columns of source it is made of
-- inputs:  mapping, finishing: the files of etl/ and sql/star as text, loaded before this file runs (Tests/Docs/generate.sh)
-- rules:   a mapping is one select: the item of a column names the columns of source it is made of by alias. Where it names none (a row for
--          each of several dates), the column is kept as closely as the closest kept column that is no identifier of a person
-- edges:   in order of closeness: none, personal, identifier, special

create function pg_temp.closeness(class text) returns integer
language sql immutable as $$ select array_position(array['none', 'personal', 'identifier', 'special'], class) $$;

create function pg_temp.class_of(closeness integer) returns text
language sql immutable as $$ select (array['none', 'personal', 'identifier', 'special'])[closeness] $$;

-- The items of the outermost select, without comments: those between its select and its from, cut at commas outside brackets and texts.
create function pg_temp.select_items(query text) returns setof text
language plpgsql immutable as $$
declare
    body text := regexp_replace(query, '--[^\n]*', '', 'g');
    depth integer := 0;
    in_text boolean := false;
    began integer := 0;
    sign text;
    rest text;
begin
    for place in 1..length(body) loop
        sign := substr(body, place, 1);
        if in_text then
            in_text := sign <> '''';
        elsif sign = '''' then
            in_text := true;
        elsif sign = '(' then
            depth := depth + 1;
        elsif sign = ')' then
            depth := depth - 1;
        elsif depth = 0 and sign = ',' and began > 0 then
            return next btrim(substr(body, began, place - began), E' \n\t');
            began := place + 1;
        elsif depth = 0 and sign in ('s', 'f') and (place = 1 or substr(body, place - 1, 1) !~ '\w') then
            rest := substr(body, place, 7);
            if began = 0 and rest ~ '^select\M' then
                began := place + 6;
            elsif began > 0 and rest ~ '^from\M' then
                return next btrim(substr(body, began, place - began), E' \n\t');
                return;
            end if;
        end if;
    end loop;
end;
$$;

create temporary table source_column as
select c.relname as source_table, a.attname as name,
    coalesce(substring(pg_catalog.col_description(c.oid, a.attnum) from '\[(none|personal|identifier|special)\]$'), 'none') as class
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
where n.nspname = 'source' and c.relkind = 'r';

create temporary table told as
select m.dataset, split_part(m.dataset, '/', 2) as source_table, substring(m.query from 'into: +star\.(\w+)') as star_table, m.query
from mapping as m;

-- A column of the star, and a column of source that it is made of.
create temporary table made_of as
with items as (
    select t.dataset, t.source_table, t.star_table, t.query,
        regexp_replace(item, '^distinct on \([^)]*\)\s*', '') as item
    from told as t
    cross join lateral pg_temp.select_items(t.query) as item
),
named as (
    select i.*, coalesce(substring(i.item from '\mas\s+(\w+)$'), substring(i.item from '^\w+\.(\w+)$')) as star_column
    from items as i
)
select distinct n.dataset, n.star_table, n.star_column, a[1] as source_table, s.name as source_column, s.class
from named as n
cross join lateral regexp_matches(n.query, '(?:from|join)\s+source\.(\w+)\s+as\s+(\w+)', 'g') as a
cross join lateral regexp_matches(n.item, '\m(\w+)\.(\w+)\M', 'g') as r
join source_column as s on s.source_table = a[1] and s.name = r[2]
where r[1] = a[2] and n.star_column is not null and n.star_column not in ('scope', 'as_at', 'occurrence', 'assertion_id', 'authority', 'person_key');

-- How closely each column of the star must be kept.
create temporary table star_class as
with star_columns as (
    select c.oid, c.relname as star_table, a.attname as name,
        exists (select from pg_catalog.pg_attribute as k where k.attrelid = c.oid and k.attname = 'person_key') as is_about_a_child,
        exists (select from told as t where t.star_table = c.relname) as is_told
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where n.nspname = 'star' and c.relkind = 'r'
),
from_source as (
    select star_table, star_column as name, max(pg_temp.closeness(class)) as closeness from made_of group by 1, 2
),
-- The closest kept column of the datasets that fill the table, identifiers apart.
from_datasets as (
    select t.star_table, max(pg_temp.closeness(s.class)) as closeness
    from told as t
    join source_column as s using (source_table)
    where s.class <> 'identifier'
    group by 1
),
elsewhere as (
    select name, max(closeness) as closeness from from_source group by 1
)
select c.star_table, c.name, pg_temp.class_of(
    case
        when c.name in ('dataset', 'assertion_id', 'authority') then 1
        when c.name = 'person_key' then 2
        when f.closeness is not null then f.closeness
        when c.is_told then coalesce(d.closeness, 2)
        when c.is_about_a_child then greatest(2, e.closeness)
        -- Made from other facts that are about no child, or loaded with the configuration.
        when c.star_table like 'fact\_%' then coalesce(e.closeness, 1)
        else 1
    end) as class
from star_columns as c
left join from_source as f on f.star_table = c.star_table and f.name = c.name
left join from_datasets as d on d.star_table = c.star_table
left join elsewhere as e on e.name = c.name;
