-- title:   Room for change, and numbers by the hundred
-- purpose: A row of the star that comes out otherwise is changed where it stands: with a little room on its page it stays there, and its
--          index with it. Numbers of persons and assertions are taken a hundred at a time
-- rules:   every page keeps a twentieth free (fillfactor 95), room for two or three rows; a month changes about one in a hundred
-- edges:   pages that are filled already get their room as rows go; numbers leave gaps, and none of them means anything
do $$
declare
    one record;
begin
    for one in
        select c.oid::regclass as name
        from pg_catalog.pg_class as c
        join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
        join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attname = 'person_key'
        where n.nspname = 'star' and c.relkind = 'r'
    loop
        execute format('alter table %s set (fillfactor = 95)', one.name);
    end loop;
    for one in
        select s.oid::regclass as name
        from pg_catalog.pg_class as s
        join pg_catalog.pg_namespace as n on n.oid = s.relnamespace
        where s.relkind = 'S' and (n.nspname = 'source' or (n.nspname = 'identity' and s.relname = 'person_key'))
    loop
        execute format('alter sequence %s cache 100', one.name);
    end loop;
end $$;
