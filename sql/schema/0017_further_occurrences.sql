-- title:   Further occurrences are found at once
-- purpose: An index of the few records whose key a file had more than once, for source tables that are there already; new ones have it
do $$
declare
    one record;
begin
    for one in
        select c.oid::regclass as name
        from pg_catalog.pg_class as c
        join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
        join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attname = 'occurrence'
        where n.nspname = 'source' and c.relkind = 'r'
    loop
        execute format('create index on %s (business_key) where occurrence > 1', one.name);
    end loop;
end $$;
