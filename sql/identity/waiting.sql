-- title:   Who waits
-- purpose: identity.waiting: subjects whose person is not known, why, and how many records wait with them
-- grain:   one row per subject and authority
-- inputs:  identity.subject, identity.node
-- rules:   docs/decisions/0010-how-subjects-are-tied.md. Placeholder: the records that hold of each dataset about subjects
create or replace view identity.waiting as
select s.system, s.authority, s.subject, s.outcome as reason, coalesce(sum(held.rows), 0)::bigint as rows
from identity.subject as s
left join ({{held_rows}}) as held (authority, subject, rows) on held.subject = s.subject and held.authority = s.authority
where not exists (select from identity.node as n where n.identifier = s.subject and n.authority = s.authority and n.system = s.system)
group by s.system, s.authority, s.subject, s.outcome;
comment on view identity.waiting is 'Subjects whose person is not known, with the records that wait. grain: one row per subject and authority';
comment on column identity.waiting.system is 'the agency that named the subject';
comment on column identity.waiting.authority is 'DfE number of the authority whose delivery named it';
comment on column identity.waiting.subject is 'the subject (identity.subject)';
comment on column identity.waiting.reason is 'why it waits; never a value of a person';
comment on column identity.waiting.rows is 'records that hold and wait for it, over all datasets of the agency';
