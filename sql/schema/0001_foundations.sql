-- title:   Schemas, roles' ground and the ledger
-- purpose: ops.* says what was tried, what was loaded, what was set aside. Everything else refers to it.
-- grain:   ops.attempt: one row per call of load; ops.delivery: per delivery that was loaded; ops.load: per file of it
-- rules:   the row equation (design, decision 4) is a CHECK on ops.load

create schema if not exists ops;
comment on schema ops is 'The ledger: attempts, deliveries, files, quarantine, codes not known';
create schema landing;
comment on schema landing is 'The last file of each dataset as it was checked, before it is merged into source. Emptied by the next load';
create schema source;
comment on schema source is 'What each agency said: every version of every record, with its file and row. Append-only but for the flag holds';
create schema identity;
comment on schema identity is 'Which records are the same person, by whose decision';
create schema star;
comment on schema star is 'What is true of each child: a pure function of source and identity, derived child by child';

create table ops.dataset (
    dataset smallint primary key,
    name    text not null unique,
    family  text not null,
    title   text not null
);
comment on table ops.dataset is 'Datasets that have a contract. grain: one row per dataset';
comment on column ops.dataset.dataset is 'number of the dataset in this warehouse';
comment on column ops.dataset.name is 'agency/dataset, as in etl/';
comment on column ops.dataset.family is 'the feed it comes with: ssda903, or the dataset itself';
comment on column ops.dataset.title is 'what the dataset is, as its contract says';

create table ops.attempt (
    attempt_id bigint generated always as identity primary key,
    feed       text not null,
    authority  smallint,
    scope      text,
    as_at      date,
    files      text[] not null default '{}',
    started_at timestamptz not null,
    ended_at   timestamptz,
    outcome    text not null default 'running'
        check (outcome in ('running', 'loaded', 'already loaded', 'attention', 'refused', 'failed', 'interrupted')),
    exit_code  smallint,
    reason     text
);
comment on table ops.attempt is 'Every call of load, kept although its work was rolled back. grain: one row per call';
comment on column ops.attempt.attempt_id is 'number of the attempt, in the order of the calls';
comment on column ops.attempt.feed is 'what was to be loaded: a family such as ssda903, or one dataset';
comment on column ops.attempt.authority is 'DfE number of the authority whose files they are; null where it was not known yet';
comment on column ops.attempt.scope is 'what the files are a snapshot of, for example the collection year 2026-27';
comment on column ops.attempt.as_at is 'the day whose position the files show';
comment on column ops.attempt.files is 'names of the files that were given';
comment on column ops.attempt.started_at is 'when the call began';
comment on column ops.attempt.ended_at is 'when it ended; null while it runs';
comment on column ops.attempt.outcome is 'how it ended, or running';
comment on column ops.attempt.exit_code is 'exit code of the command: 0 done, 1 failed, 2 wrong use, 3 needs attention, 4 refused, 5 busy';
comment on column ops.attempt.reason is 'why it was refused or failed; never a value of a person';

create table ops.delivery (
    delivery_id bigint generated always as identity primary key,
    attempt_id  bigint not null references ops.attempt,
    feed        text not null,
    authority   smallint not null,
    scope       text not null,
    as_at       date not null,
    recorded_at timestamptz not null,
    guard_override text,
    partial boolean not null default false
);
comment on table ops.delivery is 'Deliveries that were loaded. grain: one row per delivery. Order in time: (as_at, delivery_id)';
comment on column ops.delivery.delivery_id is 'number of the delivery, in the order of loading';
comment on column ops.delivery.attempt_id is 'the call that loaded it (ops.attempt)';
comment on column ops.delivery.feed is 'what was loaded: a family such as ssda903, or one dataset';
comment on column ops.delivery.authority is 'the authority whose record this is: its DfE number';
comment on column ops.delivery.scope is 'what the delivery is a snapshot of, for example the collection year 2026-27; empty for a delta';
comment on column ops.delivery.as_at is 'the day whose position the files show';
comment on column ops.delivery.recorded_at is 'when it was loaded';
comment on column ops.delivery.guard_override is 'the reason given with --accept-volume';
comment on column ops.delivery.partial is 'rows out of quarantine tried again: says nothing of what it leaves out';

create table ops.load (
    load_id      bigint generated always as identity primary key,
    delivery_id  bigint not null references ops.delivery,
    dataset      smallint not null references ops.dataset,
    file_name    text not null,
    file_bytes   bigint not null,
    file_sha256  text not null,
    rows_read        bigint not null,
    rows_new         bigint not null,
    rows_changed     bigint not null,
    rows_unchanged   bigint not null,
    rows_duplicate   bigint not null,
    rows_conflict    bigint not null,
    rows_stale       bigint not null,
    rows_ignored     bigint not null,
    rows_quarantined bigint not null,
    rows_retired     bigint not null,
    rows_waiting     bigint not null,
    rows_unusable    bigint not null,
    seconds          double precision not null,
    constraint row_equation check (
        rows_read = rows_new + rows_changed + rows_unchanged + rows_duplicate + rows_conflict + rows_stale + rows_ignored + rows_quarantined)
);
comment on table ops.load is 'Files that were loaded, with the row equation. grain: one row per file of a delivery';
comment on column ops.load.load_id is 'number of the file, in the order of loading';
comment on column ops.load.delivery_id is 'the delivery the file came with (ops.delivery)';
comment on column ops.load.dataset is 'the dataset the file was recognised as (ops.dataset)';
comment on column ops.load.file_name is 'name of the file, without its folder';
comment on column ops.load.file_bytes is 'size of the file, in bytes';
comment on column ops.load.file_sha256 is 'SHA-256 of the file, 64 hexadecimal digits; the same bytes are not loaded twice';
comment on column ops.load.rows_read is 'data rows of the file, in rows as are all the counts below';
comment on column ops.load.rows_new is 'their record was not held before';
comment on column ops.load.rows_changed is 'their record was held with other content';
comment on column ops.load.rows_unchanged is 'their record was held with the same content';
comment on column ops.load.rows_duplicate is 'same key and same content as an earlier row of the file; not stored again';
comment on column ops.load.rows_conflict is 'same key and other content than an earlier row of the file; stored as another occurrence';
comment on column ops.load.rows_stale is 'differs from what is held and is older than it; stored as history';
comment on column ops.load.rows_ignored is 'footers, and rows outside the contract''s population; not stored';
comment on column ops.load.rows_quarantined is 'no record could be made of them; set aside in ops.quarantine';
comment on column ops.load.rows_retired is 'held before, absent from this snapshot; stored as tombstones';
comment on column ops.load.rows_waiting is 'stored, but their person is not known yet, so nothing is derived from them';
comment on column ops.load.rows_unusable is 'stored, but a start or end could not be read, so nothing is derived from them';
comment on column ops.load.seconds is 'time the file took, in seconds';
create index on ops.load (file_sha256);
create index on ops.delivery (feed, authority, scope, as_at);

create table ops.quarantine (
    quarantine_id bigint generated always as identity primary key,
    load_id     bigint not null references ops.load deferrable initially deferred,
    file_row    integer not null,
    column_name text,
    reason      text not null,
    fields      jsonb not null,
    resolved_at timestamptz,
    resolution  text
);
comment on table ops.quarantine is 'Rows that could not be made into a record, as they stood in the file. Restricted: holds personal data. grain: one row per row set aside';
comment on column ops.quarantine.quarantine_id is 'number of the row set aside';
comment on column ops.quarantine.load_id is 'the file it came with (ops.load)';
comment on column ops.quarantine.file_row is 'data row in that file, from 1';
comment on column ops.quarantine.column_name is 'the column at fault; null where it is the row as a whole';
comment on column ops.quarantine.reason is 'why no record could be made of it; never a value of a person';
comment on column ops.quarantine.fields is 'the row: column name to text';
comment on column ops.quarantine.resolved_at is 'when it was settled; null while it is open';
comment on column ops.quarantine.resolution is 'how it was settled';
create index on ops.quarantine (load_id);

create table ops.code_not_known (
    load_id     bigint not null references ops.load deferrable initially deferred,
    column_name text not null,
    code_set    text not null,
    value       text not null,
    rows        bigint not null,
    primary key (load_id, column_name, value)
);
comment on table ops.code_not_known is 'Spellings that no code list knows, loaded as given. grain: one row per load, column and spelling';
comment on column ops.code_not_known.load_id is 'the file it came with (ops.load)';
comment on column ops.code_not_known.column_name is 'the column, as the contract names it';
comment on column ops.code_not_known.code_set is 'the code list that was asked, as in config/codes';
comment on column ops.code_not_known.value is 'the spelling, as it stood in the file';
comment on column ops.code_not_known.rows is 'rows of the file with that spelling';
