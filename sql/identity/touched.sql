-- title:   The persons touched, with every local id they are known by
-- purpose: What the derivation works on. One id more than the file named is here where two ids are one person
-- inputs:  local_ids, identity.node
-- edges:   in the order of person_key, as the star's rows are: what is looked up one after the other then lies side by side
-- grain:   touched_persons: one row per person; touched: one row per person and local id
create temporary table touched_persons on commit drop as
select person_key from local_ids where founded
union all
select distinct person_key from local_ids where not founded
order by person_key;
alter table touched_persons add primary key (person_key);
analyze touched_persons;
create temporary table touched on commit drop as
select n.person_key, n.authority, n.identifier
from (select distinct person_key from local_ids where not founded) as known
join identity.node as n using (person_key)
where n.system = 'social-care'
union all
select person_key, authority, local_id from local_ids where founded;
analyze touched;
