-- title:   The persons touched, with every local id they are known by
-- purpose: What the derivation works on. One id more than the file named is here where two ids are one person
-- inputs:  local_ids, identity.node
-- grain:   touched_persons: one row per person; touched: one row per person and local id
create temporary table touched_persons on commit drop as
select distinct n.person_key
from local_ids as t
join identity.node as n on n.identifier = t.local_id and n.authority = t.authority and n.system = 'social-care';
alter table touched_persons add primary key (person_key);
analyze touched_persons;
create temporary table touched on commit drop as
select n.person_key, n.authority, n.identifier
from identity.node as n
join touched_persons using (person_key)
where n.system = 'social-care';
analyze touched;
