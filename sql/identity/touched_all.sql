-- title:   Every person
-- purpose: What a rebuild works on
-- inputs:  identity.node
-- grain:   as sql/identity/touched.sql
create temporary table touched_persons on commit drop as
select distinct person_key from identity.node where system = 'social-care';
alter table touched_persons add primary key (person_key);
analyze touched_persons;
create temporary table touched on commit drop as
select person_key, authority, identifier from identity.node;
analyze touched;
