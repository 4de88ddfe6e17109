-- title:   What holds of a dataset that is about no child
-- purpose: source.<dataset>_held: what holds now and can be used
-- grain:   one row per record that holds
create view source.{{table}}_held as
select s.*
from source.{{table}} as s
where s.holds and not s.absent and s.unusable is null;
comment on view source.{{table}}_held is 'What holds now and can be used';
-- The view's other columns are the table's, and so are their words; those of the contract's columns follow when they are made.
do $$
declare
    told record;
begin
    for told in
        select t.attname as name, pg_catalog.col_description(t.attrelid, t.attnum) as words
        from pg_catalog.pg_attribute as t
        where t.attrelid = 'source.{{table}}'::regclass and t.attnum > 0 and pg_catalog.col_description(t.attrelid, t.attnum) is not null
    loop
        execute format('comment on column source.{{table}}_held.%I is %L', told.name, told.words);
    end loop;
end $$;
