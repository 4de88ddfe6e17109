-- title:   Ties made and undone
-- purpose: Writes what has come out otherwise than it stands: the tie of each subject, with its decision. A decision that no longer
--          stands is kept, with why it was undone
-- grain:   tie_changed: one row per subject whose person changed
-- inputs:  resolved, identity.node, identity.decision, identity.subject
create temporary table tie_changed on commit drop as
select r.system, r.authority, r.subject, n.person_key as before, r.person_key as after, r.outcome
from resolved as r
left join identity.node as n on n.identifier = r.subject and n.authority = r.authority and n.system = r.system
where n.person_key is distinct from r.person_key;
analyze tie_changed;

update identity.decision as d
set undone_at = {{recorded_at}}, undone_reason = case when c.after is null then c.outcome else 'another child agrees: ' || c.outcome end
from tie_changed as c
where c.before is not null and d.identifier = c.subject and d.authority = c.authority and d.system = c.system and d.undone_at is null;

delete from identity.node as n
using tie_changed as c
where c.before is not null and n.identifier = c.subject and n.authority = c.authority and n.system = c.system;

insert into identity.node (system, authority, identifier, person_key, basis)
select system, authority, subject, after, 'identifier' from tie_changed where after is not null order by after, subject;

insert into identity.decision (system, authority, identifier, person_key, basis, reason, decided_at)
select system, authority, subject, after, 'identifier', outcome, {{recorded_at}} from tie_changed where after is not null order by subject, authority;

update identity.subject as s
set outcome = r.outcome
from resolved as r
where s.subject = r.subject and s.authority = r.authority and s.outcome is distinct from r.outcome;
