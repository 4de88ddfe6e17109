-- title:   Subjects no record names any more
-- purpose: What an agency said of a person goes with the last record about them
-- inputs:  identity.subject, identity.node, identity.known_as, identity.known_name
-- edges:   with the last subject goes what social care's children are known by: nobody is left to be found by it
delete from identity.subject as s
where s.system = {{system}}
  and not exists (select from identity.node as n where n.identifier = s.subject and n.authority = s.authority and n.system = s.system)
  and {{in_no_record}};
delete from identity.known_as where not exists (select from identity.subject);
delete from identity.known_name where not exists (select from identity.subject);
