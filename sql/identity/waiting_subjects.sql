-- title:   Subjects whose person is not known
-- purpose: Of those that the files named, whose records wait
-- grain:   waiting_subject: one row per subject and authority
-- inputs:  touched_subject, identity.node
-- edges:   a subject is a hash of what an agency says, which no local id is like: nodes of every system may be looked through
create temporary table waiting_subject on commit drop as
select distinct t.subject, t.authority
from touched_subject as t
where not exists (select from identity.node as n where n.identifier = t.subject and n.authority = t.authority);
analyze waiting_subject;
