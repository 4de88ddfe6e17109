-- title:   Conformed dimensions
-- purpose: Days, codes, places and people that facts refer to. Facts carry codes as text without a foreign key, so that what a
--          source holds but should not is loaded and found (design, decision 9)

create table star.bank_holiday (
    date  date primary key,
    title text not null
);
comment on table star.bank_holiday is 'Bank holidays of England. Loaded from config/calendars by migrate. grain: one row per day';

create table star.school_term (
    academic_year text not null,
    term   text not null,
    starts date not null,
    ends   date not null,
    primary key (academic_year, term)
);
comment on table star.school_term is 'School terms. Loaded from config/calendars by migrate. grain: one row per academic year and term';

create table star.dim_date (
    date              date primary key,
    weekday           smallint not null,
    working_day       boolean not null,
    working_day_number integer not null,
    bank_holiday      text,
    month_start       date not null,
    financial_quarter text not null,
    collection_year   text not null,
    academic_year     text not null,
    term              text
);
comment on table star.dim_date is 'Days 1990 to 2040. grain: one row per day. key: date';
comment on column star.dim_date.weekday is '1 Monday to 7 Sunday';
comment on column star.dim_date.working_day is 'Monday to Friday and no bank holiday in England';
comment on column star.dim_date.working_day_number is 'working days from the first day of the table up to and including this one; the difference of two is the working days between them';
comment on column star.dim_date.financial_quarter is '2026-27-Q2: Q1 is April to June';
comment on column star.dim_date.collection_year is 'DfE collection year, 1 April to 31 March, as 2026-27';
comment on column star.dim_date.term is 'school term, null in holidays';

create table star.dim_code (
    code_set   text not null,
    code       text not null,
    label      text not null,
    valid_from date,
    valid_to   date,
    position   integer not null,
    primary key (code_set, code)
);
comment on table star.dim_code is 'Codes of every code list, with the days between which a code could be used. Loaded from config/codes by migrate. grain: one row per code list and code';

create table star.dim_local_authority (
    authority    smallint primary key,
    ons_code     text,
    name         text not null,
    valid_from   date,
    valid_to     date,
    succeeded_by smallint
);
comment on table star.dim_local_authority is 'Local authorities of England. grain: one row per authority. key: its DfE number';

create table star.dim_child (
    person_key bigint not null,
    authority  smallint not null,
    child      text not null,
    dob        date,
    sex        text,
    ethnic     text,
    upn        text,
    forename   text,
    surname    text,
    disability text,
    address_area text,
    valid_from date not null,
    valid_to   date,
    dataset    smallint not null,
    assertion_id bigint not null,
    primary key (person_key, valid_from)
);
comment on table star.dim_child is 'The child as the returns of the time saw it. grain: one row per child and version. key: person_key, valid_from';
comment on column star.dim_child.child is 'identifier of the child in the local authority';
comment on column star.dim_child.sex is 'M, F or U; the return wrote 1 and 2 up to 2023-24';
comment on column star.dim_child.valid_to is 'the day before the next version; null for the newest';

create table star.dim_placement_provider (
    urn text primary key, name text, sector text, provider_kind text, local_authority text, postcode text, registered_from date, registered_to date
);
comment on table star.dim_placement_provider is 'Registered providers by Ofsted''s unique reference number. Filled from reference feeds. grain: one row per URN';
create table star.dim_school (urn text primary key, name text, kind text, phase text, local_authority text, postcode text, opened date, closed date);
comment on table star.dim_school is 'Schools. Filled from reference feeds. grain: one row per URN';
create table star.dim_worker (worker text primary key, first_seen date, last_seen date);
comment on table star.dim_worker is 'Social workers by Social Work England number, as returns named them. grain: one row per number';
create table star.dim_team (team text primary key, name text, service text);
comment on table star.dim_team is 'Teams. Filled from workforce feeds. grain: one row per team';
create table star.dim_postcode (postcode text primary key, easting integer, northing integer, local_authority text, country text);
comment on table star.dim_postcode is 'Postcodes with their place. Filled from the ONS postcode directory. grain: one row per postcode';

create view star.dim_legal_status as select code as ls, label, valid_from, valid_to from star.dim_code where code_set = 'legal_status';
comment on view star.dim_legal_status is 'Legal status (LS) codes';
create view star.dim_placement_type as select code as place, label, valid_from, valid_to from star.dim_code where code_set = 'placement_type';
comment on view star.dim_placement_type is 'Placement type (PLACE) codes';
create view star.dim_category_of_need as select code as cin, label, valid_from, valid_to from star.dim_code where code_set = 'category_of_need';
comment on view star.dim_category_of_need is 'Category of need (CIN) codes';
create view star.dim_reason_episode_ceased as select code as rec, label, valid_from, valid_to from star.dim_code where code_set = 'reason_episode_ceased';
comment on view star.dim_reason_episode_ceased is 'Reason episode ceased (REC) codes';
create view star.dim_reason_new_episode as select code as rne, label, valid_from, valid_to from star.dim_code where code_set = 'rne';
comment on view star.dim_reason_new_episode is 'Reason for new episode (RNE) codes';
create view star.dim_reason_place_change as select code as reason_place_change, label, valid_from, valid_to from star.dim_code where code_set = 'reason_place_change';
comment on view star.dim_reason_place_change is 'Reason for placement change codes';
create view star.dim_place_provider as select code as place_provider, label, valid_from, valid_to from star.dim_code where code_set = 'place_provider';
comment on view star.dim_place_provider is 'Placement provider codes';
create view star.dim_review_participation as select code as review_code, label, valid_from, valid_to from star.dim_code where code_set = 'review_code';
comment on view star.dim_review_participation is 'Participation in a review (REVIEW_CODE)';
create view star.dim_ethnicity as select code as ethnic, label, valid_from, valid_to from star.dim_code where code_set = 'ethnic';
comment on view star.dim_ethnicity is 'Ethnicity (ETHNIC) codes';
