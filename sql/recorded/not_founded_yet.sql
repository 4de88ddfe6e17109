-- title:   Local ids that nobody had used yet
-- purpose: A local id founds its person with the first record that has it: those without a record of by then are taken out
-- inputs:  identity.node, identity.person, identity.decision
-- rules:   local_ids is filled with the local ids of every version of every dataset that founds persons, as the contracts say
delete from identity.node as n
where n.basis = 'founded'
  and not exists (select from ({{local_ids}}) as used (authority, local_id) where used.local_id = n.identifier and used.authority = n.authority);
delete from identity.person as p
where not exists (select from identity.node as n where n.person_key = p.person_key)
  and not exists (select from identity.decision as c where c.person_key = p.person_key)
