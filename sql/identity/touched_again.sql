-- title:   All that the persons touched are known by
-- purpose: Once persons were added to those touched: every local id and every subject of each
-- inputs:  touched_persons, identity.node
-- grain:   one row per person and identifier
drop table touched;
create temporary table touched on commit drop as
select n.person_key, n.authority, n.identifier
from touched_persons
join identity.node as n using (person_key);
analyze touched;
