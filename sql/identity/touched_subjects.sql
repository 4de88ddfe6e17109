-- title:   Persons touched by other agencies
-- purpose: Adds to the persons touched those whose subjects the delivery named, and those who lost or gained a subject
-- inputs:  touched_subject, tie_changed, touched_persons, identity.node
insert into touched_persons (person_key)
select n.person_key
from touched_subject as t
join identity.node as n on n.identifier = t.subject and n.authority = t.authority
union
select before from tie_changed where before is not null
union
select after from tie_changed where after is not null
order by 1
on conflict do nothing;
analyze touched_persons;
