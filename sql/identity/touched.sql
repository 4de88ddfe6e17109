-- title:   The persons touched, with every local id they are known by
-- purpose: What the derivation works on. One id more than the file named is here where two ids are one person
-- inputs:  local_ids, founded, identity.node
-- edges:   in the order of person_key, as the star's rows are: what is looked up one after the other then lies side by side
-- grain:   touched_persons: one row per person; touched: one row per person and local id
create temporary table touched_persons on commit drop as
select distinct person_key from local_ids where person_key is not null order by person_key;
analyze touched_persons;
create temporary table touched on commit drop as
select n.person_key, n.authority, n.identifier
from touched_persons
join identity.node as n using (person_key)
where n.system = 'social-care'
union all
select person_key, authority, local_id from founded;
insert into touched_persons select person_key from founded;
alter table touched_persons add primary key (person_key);
analyze touched_persons;
analyze touched;
