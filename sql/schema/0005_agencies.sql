-- title:   Persons as agencies outside social care know them
-- purpose: Who an agency says a record is about (identity.subject), by what social care knows its children (identity.known_as,
--          identity.known_name), and what is deleted because nobody knows whom it is about (ops.expiry)
-- rules:   design, decision 8; docs/decisions/0010-how-subjects-are-tied.md

create function identity.canonical_identifier(kind text, value text) returns text
language sql immutable strict parallel safe
begin atomic
    select nullif(
        case kind
            when 'nhs_number' then case when length(regexp_replace(value, '[^0-9]', '', 'g')) = 10 then regexp_replace(value, '[^0-9]', '', 'g') end
            when 'upn' then case when length(regexp_replace(value, '\s', '', 'g')) = 13 then upper(regexp_replace(value, '\s', '', 'g')) end
            when 'former_upn' then case when length(regexp_replace(value, '\s', '', 'g')) = 13 then upper(regexp_replace(value, '\s', '', 'g')) end
            when 'local_id' then btrim(value)
            else upper(regexp_replace(value, '\s', '', 'g'))
        end, '');
end;
comment on function identity.canonical_identifier(text, text) is
    'An identifier without what does not matter to it: spaces, hyphens, small letters. Null where it cannot be one. The row checker writes those of other agencies the same way (Sources/Contracts/SubjectMaker.swift)';

create function identity.folded_name(name text) returns text
language sql immutable strict parallel safe
begin atomic
    select nullif(
        upper(regexp_replace(
            regexp_replace(
                replace(replace(replace(replace(replace(replace(
                    normalize(translate(name, 'ØøŁłĐđıÐð', 'OoLlDdiDd'), nfd),
                    'ß', 'ss'), 'Æ', 'AE'), 'æ', 'ae'), 'Œ', 'OE'), 'œ', 'oe'), 'Þ', 'TH'),
                'þ', 'th', 'g'),
            '[^[:alpha:]]', '', 'g')), '');
end;
comment on function identity.folded_name(text) is
    'A name without case, accents, spaces, hyphens, apostrophes and full stops: two spellings of one name are equal. The row checker folds names of other agencies the same way (Sources/Contracts/FoldedName.swift)';

create table identity.subject (
    system        text not null,
    authority     smallint not null,
    subject       text not null,
    local_id      text,
    nhs_number    text,
    upn           text,
    former_upn    text,
    reference     text,
    date_of_birth date,
    forename      text,
    surname       text,
    not_valid     text,
    bare          boolean not null,
    first_load    bigint not null,
    outcome       text,
    primary key (subject, authority)
);
comment on table identity.subject is 'Who an agency says its records are about: one row per way of saying it. Restricted: holds personal data. grain: one row per subject and authority';
comment on column identity.subject.system is 'the agency that says so, as in etl/';
comment on column identity.subject.authority is 'DfE number of the authority whose delivery said so';
comment on column identity.subject.subject is 'the agency and the XXH3-128 of the canonical texts below: the column subject of the agency''s source tables';
comment on column identity.subject.local_id is 'social care''s identifier of the child, as the agency copied it';
comment on column identity.subject.nhs_number is 'NHS number, ten digits; null where none is given or its check digit is wrong';
comment on column identity.subject.upn is 'unique pupil number; null where none is given or its check letter is wrong';
comment on column identity.subject.former_upn is 'an earlier unique pupil number';
comment on column identity.subject.reference is 'the agency''s own number of the person, in capitals and without spaces';
comment on column identity.subject.date_of_birth is 'date of birth';
comment on column identity.subject.forename is 'forename, folded (identity.folded_name)';
comment on column identity.subject.surname is 'surname, folded (identity.folded_name)';
comment on column identity.subject.not_valid is 'identifiers that were given and fail their check, by name; null where none does';
comment on column identity.subject.bare is 'the agency gives neither dates of birth nor names: a system of the council''s own, keyed by social care''s local id';
comment on column identity.subject.first_load is 'the file that first named it (ops.load)';
comment on column identity.subject.outcome is 'by what it is tied to its person, or why it waits; null until it is resolved';
create index on identity.subject (nhs_number) where nhs_number is not null;
create index on identity.subject (upn) where upn is not null;
create index on identity.subject (former_upn) where former_upn is not null;
create index on identity.subject (local_id) where local_id is not null;
create index on identity.subject (reference) where reference is not null;
create index on identity.subject (authority) where outcome is null;

create table identity.known_as (
    person_key bigint not null,
    authority  smallint not null,
    kind       text not null,
    value      text not null
);
comment on table identity.known_as is 'Identifiers that social care holds of its children, all that it ever held. Derived from source by etl/social-care/*.known_as.sql once another agency has delivered. grain: one row per person, authority, kind and value';
comment on column identity.known_as.person_key is 'the person (identity.person)';
comment on column identity.known_as.authority is 'DfE number of the authority that holds it';
comment on column identity.known_as.kind is 'local_id, nhs_number, upn, former_upn, or reference: and an agency, such as reference:police';
comment on column identity.known_as.value is 'the identifier, canonical (identity.canonical_identifier)';
create index on identity.known_as (value, kind);
create index on identity.known_as (person_key);

create table identity.known_name (
    person_key    bigint not null,
    authority     smallint not null,
    date_of_birth date,
    forename      text,
    surname       text
);
comment on table identity.known_name is 'Dates of birth and names that social care holds of its children, all that it ever held. Derived from source by etl/social-care/*.known_name.sql once another agency has delivered. grain: one row per person, authority and what is held';
comment on column identity.known_name.person_key is 'the person (identity.person)';
comment on column identity.known_name.authority is 'DfE number of the authority that holds it';
comment on column identity.known_name.date_of_birth is 'a date of birth';
comment on column identity.known_name.forename is 'a forename, folded (identity.folded_name)';
comment on column identity.known_name.surname is 'the surname held with it, folded';
create index on identity.known_name (person_key);

create index on identity.decision (identifier, authority) where undone_at is null;

create table ops.expiry (
    expiry_id   bigint generated always as identity primary key,
    dataset     smallint not null references ops.dataset,
    day         date not null,
    rows        bigint not null,
    recorded_at timestamptz not null
);
comment on table ops.expiry is 'Records deleted because their person stayed unknown longer than their contract lets them wait. grain: one row per dataset and day on which some were deleted';
comment on column ops.expiry.expiry_id is 'number of the deletion';
comment on column ops.expiry.dataset is 'the dataset they were of (ops.dataset)';
comment on column ops.expiry.day is 'the day their age was counted to';
comment on column ops.expiry.rows is 'how many versions of records were deleted';
comment on column ops.expiry.recorded_at is 'when';
