-- title:   What holds of a dataset about persons
-- purpose: source.<dataset>_held: what holds now and can be used, with the person it is about
-- grain:   one row per record that holds and whose person is known
-- rules:   placeholders are filled from the dataset's contract: who is the column that names the person in the agency's system
create view source.{{table}}_held as
select n.person_key, s.*
from source.{{table}} as s
join identity.node as n on n.system = {{system}} and n.authority = s.authority and n.identifier = s.{{who}}
where s.holds and not s.absent and s.unusable is null;
comment on view source.{{table}}_held is 'What holds now and can be used, with the person it is about';
comment on column source.{{table}}_held.person_key is 'the person it is about (identity.person)';
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
