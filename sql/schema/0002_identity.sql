-- title:   Identity
-- purpose: Which records are the same person. Source records carry identifiers; an identifier of one system and authority is
--          a node; a node belongs to one person at a time, by a decision that can be undone.
-- rules:   design, decision 8. The local child id of social care is the spine: such a node founds its person

create table identity.person (
    person_key bigint primary key,
    sealed_on  date
);
comment on table identity.person is 'A person Loxley tells apart from every other. grain: one row per person';
comment on column identity.person.person_key is 'a number of no meaning outside this warehouse';
comment on column identity.person.sealed_on is 'the day of an adoption order: never linked to a later record';
create sequence identity.person_key as bigint;

create table identity.node (
    system     text not null,
    authority  smallint not null,
    identifier text not null,
    person_key bigint not null,   -- no row-checked foreign key: it would cost more than the load; an audit looks instead
    basis      text not null check (basis in ('founded', 'identifier', 'score', 'reviewer')),
    primary key (identifier, authority, system)
);
comment on table identity.node is 'An identifier as one system of one authority uses it, and the person it stands for now. grain: one row per system, authority and identifier';
comment on column identity.node.system is 'the system whose identifier it is: social-care, or that of another agency';
comment on column identity.node.authority is 'DfE number of the authority that uses it';
comment on column identity.node.identifier is 'the identifier, as the system writes it';
comment on column identity.node.person_key is 'the person it stands for now (identity.person)';
comment on column identity.node.basis is 'founded: the local id that made the person; otherwise how the newest decision was made';
create index on identity.node (person_key);

create table identity.decision (
    decision_id bigint generated always as identity primary key,
    system     text not null,
    authority  smallint not null,
    identifier text not null,
    person_key bigint not null references identity.person,
    basis      text not null check (basis in ('identifier', 'score', 'reviewer')),
    reason     text not null,
    decided_at timestamptz not null,
    undone_at  timestamptz,
    undone_reason text
);
comment on table identity.decision is 'Decisions that tied a node to a person other than the one it founded, or untied it; kept with their reason. grain: one row per decision';
comment on column identity.decision.decision_id is 'number of the decision, in the order they were made';
comment on column identity.decision.system is 'the system whose identifier was tied, as in identity.node';
comment on column identity.decision.authority is 'DfE number of the authority that uses it';
comment on column identity.decision.identifier is 'the identifier that was tied';
comment on column identity.decision.person_key is 'the person it was tied to (identity.person)';
comment on column identity.decision.basis is 'how it was decided: by a shared identifier, by the score of a match or by a reviewer';
comment on column identity.decision.reason is 'why, in words or as the score''s parts; never a value of a person';
comment on column identity.decision.decided_at is 'when it was decided';
comment on column identity.decision.undone_at is 'when it was undone; null while it stands';
comment on column identity.decision.undone_reason is 'why it was undone';
