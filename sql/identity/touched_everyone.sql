-- title:   Every person of an authority
-- purpose: Added to the persons touched where a file changed what facts of children are made from, and nothing says of which children
-- inputs:  identity.node, touched_persons
-- edges:   reference data of the whole country (authority 0) touches everybody
insert into touched_persons (person_key)
select distinct n.person_key
from identity.node as n
where n.system = 'social-care' and {{authority}} in (0, n.authority)
order by 1
on conflict do nothing;
analyze touched_persons;
