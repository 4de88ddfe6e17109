-- title:   The tables of one dataset
-- purpose: landing.<dataset> takes the rows of one file as they were checked; source.<dataset> keeps every version of every record
-- grain:   landing: one row per good row of the file; source: one row per version of a record (authority, scope, business_key, occurrence)
-- rules:   design, decision 2. Placeholders are filled from the dataset's contract. Where records are about persons as another agency
--          knows them, the first of the typed columns is subject: who it says they are about, hashed
-- Columns of fixed width stand first: what comparing and counting look at is then found without reading through the texts.
create unlogged table landing.{{table}} (
    row_no       integer not null,
    -- null in nearly every row: the first of its key
    occurrence   smallint,
    duplicate    boolean,
    content_hash uuid,
    business_key text not null,
    {{typed_columns}},
    unusable     text,
    {{subject_says}}
    raw          jsonb
) with (autovacuum_enabled = false);

comment on table landing.{{table}} is 'Rows of the last file loaded that say something else than what holds, or all of them; the first file of a scope goes past it';
comment on column landing.{{table}}.row_no is 'data row in the file, from 1';
comment on column landing.{{table}}.business_key is 'canonical texts of the key columns, joined by /';
comment on column landing.{{table}}.content_hash is 'XXH3-128 over the texts as written';
comment on column landing.{{table}}.unusable is 'why nothing may be derived from it; null where something may';
comment on column landing.{{table}}.raw is 'texts that differ from the canonical rendering of their typed value, by column';
comment on column landing.{{table}}.occurrence is 'null for the first of its key; 2 and on for rows of the same key and other content, in the order of their content hash';
comment on column landing.{{table}}.duplicate is 'true: same key and same content as another row of the file; not stored again';

create table source.{{table}} (
    -- A load takes its numbers a hundred at a time, which costs a third of taking each.
    assertion_id bigint generated always as identity (cache 100),
    load_id      bigint not null,
    as_at        date not null,
    authority    smallint not null,
    -- as most rows are, and all that a first file brings
    occurrence   smallint not null default 1,
    absent       boolean not null default false,
    holds        boolean not null default true,
    content_hash uuid,
    file_row     integer,
    scope        text not null,
    business_key text not null,
    {{typed_columns}},
    unusable     text,
    raw          jsonb
) with (fillfactor = 95);
-- Nobody searches by these, and looking at them takes a third of the time of an analyze.
alter table source.{{table}} alter column raw set statistics 0, alter column file_row set statistics 0;
{{indexes}}
create index on source.{{table}} (business_key) where unusable is not null;
-- Few keys have more than one row; a file's rows of these are told apart by the database.
create index on source.{{table}} (business_key) where occurrence > 1;

comment on table source.{{table}} is {{title}};
comment on column source.{{table}}.assertion_id is 'number of this version; no meaning outside this warehouse';
comment on column source.{{table}}.authority is 'DfE number of the authority whose record this is';
comment on column source.{{table}}.scope is 'what the delivery was a snapshot of: the collection year';
comment on column source.{{table}}.business_key is 'canonical texts of the key columns, joined by /';
comment on column source.{{table}}.occurrence is '1; higher for rows of one file with the same key and other content, in the order of their content hash';
comment on column source.{{table}}.as_at is 'the day whose position the record shows';
comment on column source.{{table}}.load_id is 'the file it came with (ops.load)';
comment on column source.{{table}}.file_row is 'data row in that file, from 1; null for a tombstone';
comment on column source.{{table}}.content_hash is 'XXH3-128 over the texts as written; null for a tombstone';
comment on column source.{{table}}.absent is 'a tombstone: the record is no longer in the snapshot';
comment on column source.{{table}}.holds is 'this version is what holds now: the newest by as-at date, then by delivery';
comment on column source.{{table}}.unusable is 'why nothing may be derived from it; null where something may';
comment on column source.{{table}}.raw is 'texts that differ from the canonical rendering of their typed value, by column';
