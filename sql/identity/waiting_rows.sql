-- title:   Rows of a file whose person is not known
-- purpose: How many rows that the file added to source wait
-- grain:   one row
-- inputs:  touched_subject, identity.node
select count(*)
from (select distinct subject from touched_subject where authority = {{authority}}) as t
join source.{{table}} as s on s.subject = t.subject and s.authority = {{authority}}
where s.load_id = {{load_id}} and not s.absent
  and not exists (select from identity.node as n where n.identifier = t.subject and n.authority = {{authority}} and n.system = {{system}})
