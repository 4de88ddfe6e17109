-- title:   Persons for local ids met for the first time
-- purpose: Social care's local id is the spine: a local id no one has used before founds a person
-- inputs:  touched_local, identity.node
-- rules:   design, decision 8
create temporary table local_ids on commit drop as
select authority, local_id, coalesce(person_key, nextval('identity.person_key')) as person_key, person_key is null as founded
from (
    select t.authority, t.local_id, n.person_key
    from (select distinct local_id, authority from touched_local) as t
    left join identity.node as n on n.identifier = t.local_id and n.authority = t.authority and n.system = 'social-care'
    order by t.local_id, t.authority
) as in_order;
insert into identity.person (person_key) select person_key from local_ids where founded;
insert into identity.node (system, authority, identifier, person_key, basis)
select 'social-care', authority, local_id, person_key, 'founded' from local_ids where founded;
