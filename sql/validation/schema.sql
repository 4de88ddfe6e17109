-- title:   What the last validation of each return found, and what an officer has accepted
-- purpose: the next validation says what is new, what was fixed and what still stands; an accepted finding keeps its reason
-- grain:   validation.judged: a rule of a return; validation.flagged: a module of it with flagged rows; validation.acceptance: an acceptance
-- rules:   made by loxley validate where it is missing, with or without a warehouse. Only the last run of each return is kept. Rows and children stand as
--          hashes (XXH3): no value of a return is kept, but for the child of an acceptance, which an officer must be able to read

create schema if not exists validation;
comment on schema validation is 'What the last validation of each return found, as hashes, and the findings that were accepted. Kept by loxley validate';

create table if not exists validation.judged (
    collection  text not null,
    authority   text not null,
    year        text not null,
    rule        text not null,
    recorded_at timestamptz not null,
    findings    int not null check (findings >= 0),
    primary key (collection, authority, year, rule)
);
comment on table validation.judged is 'When each rule of a return last ran. grain: one row per collection, authority, collection year and rule';
comment on column validation.judged.collection is 'the collection: ssda903';
comment on column validation.judged.authority is 'nine-character code of the returning authority; empty where it was not given';
comment on column validation.judged.year is 'collection year, as 2026-27';
comment on column validation.judged.rule is 'code of the rule';
comment on column validation.judged.recorded_at is 'when the validation was recorded';
comment on column validation.judged.findings is 'rows that the rule flagged';

create table if not exists validation.flagged (
    collection  text not null,
    authority   text not null,
    year        text not null,
    rule        text not null,
    module      text not null,
    row_numbers int[] not null,
    children    bigint[] not null,
    keys        bigint[] not null,
    contents    bigint[] not null,
    primary key (collection, authority, year, rule, module),
    foreign key (collection, authority, year, rule) references validation.judged on delete cascade
);
-- Hashes do not compress.
alter table validation.flagged
    alter column row_numbers set storage external, alter column children set storage external,
    alter column keys set storage external, alter column contents set storage external;
comment on table validation.flagged is
    'The rows that a rule flagged when it last ran; arrays, since they are written and read whole. validation.finding has a row for each';
comment on column validation.flagged.collection is 'the collection: ssda903';
comment on column validation.flagged.authority is 'nine-character code of the returning authority; empty where it was not given';
comment on column validation.flagged.year is 'collection year, as 2026-27';
comment on column validation.flagged.rule is 'code of the rule';
comment on column validation.flagged.module is 'module of the return; Episodes_last is last year''s';
comment on column validation.flagged.row_numbers is 'rows of the module''s file, from 1, in order';
comment on column validation.flagged.children is 'hash of the child of each row';
comment on column validation.flagged.keys is 'hash of the key columns of each row: what makes it the same row in the next run';
comment on column validation.flagged.contents is 'hash of all columns of each row: what an acceptance holds for';

create table if not exists validation.acceptance (
    acceptance_id bigint generated always as identity primary key,
    collection    text not null,
    authority     text not null,
    year          text not null,
    rule          text not null,
    module        text not null,
    child         text not null,
    row_number    int not null,
    key           bigint not null,
    content       bigint not null,
    reason        text not null check (reason <> ''),
    accepted_by   text not null check (accepted_by <> ''),
    recorded_at   timestamptz not null,
    withdrawn_by  text,
    withdrawn_at  timestamptz,
    check ((withdrawn_by is null) = (withdrawn_at is null))
);
create unique index if not exists acceptance_in_force on validation.acceptance (collection, authority, year, rule, module, key, content)
    where withdrawn_at is null;
comment on table validation.acceptance is
    'Findings that an officer accepts, with the reason. Never deleted: withdrawn. grain: one row per acceptance of a rule and a row''s content';
comment on column validation.acceptance.acceptance_id is 'number of the acceptance';
comment on column validation.acceptance.collection is 'the collection: ssda903';
comment on column validation.acceptance.authority is 'nine-character code of the returning authority; empty where it was not given';
comment on column validation.acceptance.year is 'collection year, as 2026-27';
comment on column validation.acceptance.rule is 'code of the rule';
comment on column validation.acceptance.module is 'module of the return; Episodes_last is last year''s';
comment on column validation.acceptance.child is 'the child''s identifier in the return';
comment on column validation.acceptance.row_number is 'row of the module''s file when it was accepted';
comment on column validation.acceptance.key is 'hash of the row''s key columns';
comment on column validation.acceptance.content is 'hash of all columns of the row; the acceptance holds while it stays the same';
comment on column validation.acceptance.reason is 'why, as the officer gave it';
comment on column validation.acceptance.accepted_by is 'who accepted it';
comment on column validation.acceptance.recorded_at is 'when';
comment on column validation.acceptance.withdrawn_by is 'who withdrew it; null while it is in force';
comment on column validation.acceptance.withdrawn_at is 'when it was withdrawn';

create or replace view validation.finding with (security_invoker = true) as
select f.collection, f.authority, f.year, f.rule, f.module, r.row_number, r.child, r.key, r.content
from validation.flagged as f
cross join lateral unnest(f.row_numbers, f.children, f.keys, f.contents) as r (row_number, child, key, content);
comment on view validation.finding is 'What the last validation of each return found. grain: one row per rule and flagged row';
comment on column validation.finding.row_number is 'row of the module''s file, from 1';
comment on column validation.finding.child is 'hash of the child';
comment on column validation.finding.key is 'hash of the row''s key columns';
comment on column validation.finding.content is 'hash of all columns of the row';
