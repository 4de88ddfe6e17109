-- title:   Persons for local ids met for the first time
-- purpose: Social care's local id is the spine: a local id no one has used before founds a person
-- inputs:  touched_local
-- rules:   design, decision 8
create temporary table founded on commit drop as
select nextval('identity.person_key') as person_key, new_ids.*
from (
    select t.authority, t.local_id
    from touched_local as t
    where not exists (
        select from identity.node as n where n.identifier = t.local_id and n.authority = t.authority and n.system = 'social-care')
    order by t.local_id, t.authority
) as new_ids;
insert into identity.person (person_key) select person_key from founded;
insert into identity.node (system, authority, identifier, person_key, basis)
select 'social-care', authority, local_id, person_key, 'founded' from founded;
insert into touched (person_key)
select distinct n.person_key
from touched_local as t
join identity.node as n on n.identifier = t.local_id and n.authority = t.authority and n.system = 'social-care'
on conflict do nothing;
