-- title:   Identifiers and the persons they stood for
-- purpose: Local ids with the persons they founded, and ties as they stood at the moment
-- grain:   one row per system, authority and identifier
-- inputs:  identity.node, identity.decision, identity.subject, ops.load, ops.delivery
-- rules:   ties by identifiers are found out again from what social care had said by then, so they need not be exact here; those that a
--          score or a reviewer decided are taken as they stood
-- edges:   local ids that nobody had used yet go again (sql/recorded/not_founded_yet.sql)
with named as (
    select s.system, s.authority, s.subject
    from identity.subject as s
    join ops.load as l on l.load_id = s.first_load
    join ops.delivery as d using (delivery_id)
    where d.published_at <= {{moment}}
),
standing as (
    select distinct on (c.identifier, c.authority, c.system) c.system, c.authority, c.identifier, c.person_key, c.basis
    from identity.decision as c
    join named as n on n.subject = c.identifier and n.authority = c.authority and n.system = c.system
    where c.decided_at <= {{moment}} and (c.undone_at is null or c.undone_at > {{moment}})
    order by c.identifier, c.authority, c.system, c.decided_at desc, c.decision_id desc
)
select n.system, n.authority, n.identifier, n.person_key, n.basis from identity.node as n where n.basis = 'founded'
union all
select system, authority, identifier, person_key, basis from standing
