-- title:   Records that have waited too long
-- purpose: Nobody may keep for ever what is about a child whom nobody here knows: versions whose person is still not known so many
--          days after their as-at date are deleted
-- inputs:  identity.node
-- rules:   UK GDPR article 5(1)(e), storage limitation; the days are the contract's (wait)
-- edges:   a version whose subject has a person by now does not wait, however old it is
delete from source.{{table}} as s
where s.as_at < {{day}} - {{wait_days}}
  and not exists (select from identity.node as n where n.identifier = s.subject and n.authority = s.authority and n.system = {{system}});
