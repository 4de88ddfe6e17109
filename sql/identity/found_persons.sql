-- title:   Persons for local ids met for the first time
-- purpose: Social care's local id is the spine: a local id no one has used before founds a person
-- inputs:  touched_local, identity.node
-- rules:   design, decision 8
create temporary table local_ids on commit drop as
select t.authority, t.local_id, n.person_key
from (select distinct local_id, authority from touched_local order by local_id, authority) as t
left join identity.node as n on n.identifier = t.local_id and n.authority = t.authority and n.system = 'social-care';
create temporary table founded on commit drop as
select nextval('identity.person_key') as person_key, new_ids.*
from (select authority, local_id from local_ids where person_key is null order by local_id, authority) as new_ids;
insert into identity.person (person_key) select person_key from founded;
insert into identity.node (system, authority, identifier, person_key, basis)
select 'social-care', authority, local_id, person_key, 'founded' from founded;
