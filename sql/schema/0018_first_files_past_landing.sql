-- title:   First files go past landing
-- purpose: What a first file's versions all are is the default of source tables, so that it need not be sent with each row; rows set
--          aside go to quarantine and no longer through landing
do $$
declare
    one record;
begin
    for one in
        select c.oid::regclass as name, n.nspname as schema
        from pg_catalog.pg_class as c
        join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
        where n.nspname in ('source', 'landing') and c.relkind = 'r'
    loop
        if one.schema = 'source' then
            execute format(
                'alter table %s alter column occurrence set default 1, alter column absent set default false, alter column holds set default true',
                one.name);
        else
            execute format('alter table %s drop column if exists set_aside, drop column if exists set_aside_column', one.name);
        end if;
    end loop;
end $$;
