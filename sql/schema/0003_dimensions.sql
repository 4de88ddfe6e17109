-- title:   Conformed dimensions
-- purpose: Days, codes, places and people that facts refer to. Facts carry codes as text without a foreign key, so that what a
--          source holds but should not is loaded and found (design, decision 9)

create table star.bank_holiday (
    date  date primary key,
    title text not null
);
comment on table star.bank_holiday is 'Bank holidays of England. Loaded from config/calendars by migrate. grain: one row per day';
comment on column star.bank_holiday.date is 'the day';
comment on column star.bank_holiday.title is 'name of the holiday';

create table star.school_term (
    academic_year text not null,
    term   text not null,
    starts date not null,
    ends   date not null,
    primary key (academic_year, term)
);
comment on table star.school_term is 'School terms. Loaded from config/calendars by migrate. grain: one row per academic year and term';
comment on column star.school_term.academic_year is '1 September to 31 August, as 2026-27';
comment on column star.school_term.term is 'name of the term';
comment on column star.school_term.starts is 'first day';
comment on column star.school_term.ends is 'last day';

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
comment on column star.dim_date.date is 'the day';
comment on column star.dim_date.weekday is '1 Monday to 7 Sunday';
comment on column star.dim_date.working_day is 'Monday to Friday and no bank holiday in England';
comment on column star.dim_date.working_day_number is 'working days from the first day of the table up to and including this one; the difference of two is the working days between them';
comment on column star.dim_date.bank_holiday is 'name of the bank holiday in England; null on other days';
comment on column star.dim_date.month_start is 'first day of its month';
comment on column star.dim_date.financial_quarter is '2026-27-Q2: Q1 is April to June';
comment on column star.dim_date.collection_year is 'DfE collection year, 1 April to 31 March, as 2026-27';
comment on column star.dim_date.academic_year is '1 September to 31 August, as 2026-27';
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
comment on column star.dim_code.code_set is 'name of the code list: its file in config/codes';
comment on column star.dim_code.code is 'the code, as returns write it';
comment on column star.dim_code.label is 'what it means';
comment on column star.dim_code.valid_from is 'first day it could be used; null where that is not bounded';
comment on column star.dim_code.valid_to is 'last day it could be used; null while it is in use';
comment on column star.dim_code.position is 'order in which lists show it, counted over all code lists';

create table star.dim_local_authority (
    authority    smallint primary key,
    ons_code     text,
    name         text not null,
    valid_from   date,
    valid_to     date,
    succeeded_by smallint
);
comment on table star.dim_local_authority is 'Local authorities of England. grain: one row per authority. key: its DfE number';
comment on column star.dim_local_authority.authority is 'DfE number of the authority, three digits';
comment on column star.dim_local_authority.ons_code is 'code of the Office for National Statistics, such as E09000001; null where there is none';
comment on column star.dim_local_authority.name is 'name of the authority';
comment on column star.dim_local_authority.valid_from is 'first day of the authority; null where that is not known';
comment on column star.dim_local_authority.valid_to is 'last day of the authority; null while it stands';
comment on column star.dim_local_authority.succeeded_by is 'DfE number of the authority that took its place';

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
comment on column star.dim_child.dob is 'date of birth; the 15th of the month where the day is not known';
comment on column star.dim_child.sex is 'M, F or U, code list sex; the return wrote 1 and 2 up to 2023-24';
comment on column star.dim_child.ethnic is 'ethnic group (ETHNIC), code list ethnic';
comment on column star.dim_child.upn is 'unique pupil number, 13 characters, or why there is none, code list upn_unknown';
comment on column star.dim_child.forename is 'forename; null where no source gives it';
comment on column star.dim_child.surname is 'surname; null where no source gives it';
comment on column star.dim_child.disability is 'disability; null where no source gives it';
comment on column star.dim_child.address_area is 'area of the address; null where no source gives it';
comment on column star.dim_child.valid_from is 'first day of the version: 1 April of the return that first said so';
comment on column star.dim_child.valid_to is 'the day before the next version; null for the newest';

create table star.dim_placement_provider (
    urn text primary key, name text, sector text, provider_kind text, local_authority text, postcode text, registered_from date, registered_to date
);
comment on table star.dim_placement_provider is 'Registered providers by Ofsted''s unique reference number. Filled from reference feeds. grain: one row per URN';
comment on column star.dim_placement_provider.urn is 'Ofsted''s unique reference number';
comment on column star.dim_placement_provider.name is 'name of the provider';
comment on column star.dim_placement_provider.sector is 'sector it belongs to, such as local authority, private or voluntary';
comment on column star.dim_placement_provider.provider_kind is 'what it is registered as, such as children''s home';
comment on column star.dim_placement_provider.local_authority is 'the authority it lies in';
comment on column star.dim_placement_provider.postcode is 'postcode of the setting';
comment on column star.dim_placement_provider.registered_from is 'first day of registration';
comment on column star.dim_placement_provider.registered_to is 'last day of registration; null while registered';
create table star.dim_school (urn text primary key, name text, kind text, phase text, local_authority text, postcode text, opened date, closed date);
comment on table star.dim_school is 'Schools. Filled from reference feeds. grain: one row per URN';
comment on column star.dim_school.urn is 'unique reference number of the school (not Ofsted''s for care), six digits';
comment on column star.dim_school.name is 'name of the school';
comment on column star.dim_school.kind is 'type of establishment';
comment on column star.dim_school.phase is 'phase of education, such as primary';
comment on column star.dim_school.local_authority is 'the authority it lies in';
comment on column star.dim_school.postcode is 'postcode of the school';
comment on column star.dim_school.opened is 'first day; null where not known';
comment on column star.dim_school.closed is 'last day; null while open';
create table star.dim_worker (worker text primary key, first_seen date, last_seen date);
comment on table star.dim_worker is 'Social workers by Social Work England number, as returns named them. grain: one row per number';
comment on column star.dim_worker.worker is 'Social Work England number, SW and digits';
comment on column star.dim_worker.first_seen is 'start of the first allocation a return gave';
comment on column star.dim_worker.last_seen is 'end of the last allocation, or its start while it is open';
create table star.dim_team (team text primary key, name text, service text);
comment on table star.dim_team is 'Teams. Filled from workforce feeds. grain: one row per team';
comment on column star.dim_team.team is 'identifier of the team';
comment on column star.dim_team.name is 'name of the team';
comment on column star.dim_team.service is 'the service it belongs to';
create table star.dim_postcode (postcode text primary key, easting integer, northing integer, local_authority text, country text);
comment on table star.dim_postcode is 'Postcodes with their place. Filled from the ONS postcode directory. grain: one row per postcode';
comment on column star.dim_postcode.postcode is 'the postcode';
comment on column star.dim_postcode.easting is 'Ordnance Survey easting, in metres';
comment on column star.dim_postcode.northing is 'Ordnance Survey northing, in metres';
comment on column star.dim_postcode.local_authority is 'the authority it lies in';
comment on column star.dim_postcode.country is 'the country it lies in';

create view star.dim_legal_status as select code as ls, label, valid_from, valid_to from star.dim_code where code_set = 'legal_status';
comment on view star.dim_legal_status is 'Legal status (LS) codes';
comment on column star.dim_legal_status.ls is 'legal status (LS), code list legal_status';
create view star.dim_placement_type as select code as place, label, valid_from, valid_to from star.dim_code where code_set = 'placement_type';
comment on view star.dim_placement_type is 'Placement type (PLACE) codes';
comment on column star.dim_placement_type.place is 'placement type (PLACE), code list placement_type';
create view star.dim_category_of_need as select code as cin, label, valid_from, valid_to from star.dim_code where code_set = 'category_of_need';
comment on view star.dim_category_of_need is 'Category of need (CIN) codes';
comment on column star.dim_category_of_need.cin is 'category of need (CIN), code list category_of_need';
create view star.dim_reason_episode_ceased as select code as rec, label, valid_from, valid_to from star.dim_code where code_set = 'reason_episode_ceased';
comment on view star.dim_reason_episode_ceased is 'Reason episode ceased (REC) codes';
comment on column star.dim_reason_episode_ceased.rec is 'reason episode ceased (REC), code list reason_episode_ceased';
create view star.dim_reason_new_episode as select code as rne, label, valid_from, valid_to from star.dim_code where code_set = 'rne';
comment on view star.dim_reason_new_episode is 'Reason for new episode (RNE) codes';
comment on column star.dim_reason_new_episode.rne is 'reason for new episode (RNE), code list rne';
create view star.dim_reason_place_change as select code as reason_place_change, label, valid_from, valid_to from star.dim_code where code_set = 'reason_place_change';
comment on view star.dim_reason_place_change is 'Reason for placement change codes';
comment on column star.dim_reason_place_change.reason_place_change is 'reason for placement change, code list reason_place_change';
create view star.dim_place_provider as select code as place_provider, label, valid_from, valid_to from star.dim_code where code_set = 'place_provider';
comment on view star.dim_place_provider is 'Placement provider codes';
comment on column star.dim_place_provider.place_provider is 'placement provider, code list place_provider';
create view star.dim_review_participation as select code as review_code, label, valid_from, valid_to from star.dim_code where code_set = 'review_code';
comment on view star.dim_review_participation is 'Participation in a review (REVIEW_CODE)';
comment on column star.dim_review_participation.review_code is 'how the child took part in a review, code list review_code';
create view star.dim_ethnicity as select code as ethnic, label, valid_from, valid_to from star.dim_code where code_set = 'ethnic';
comment on view star.dim_ethnicity is 'Ethnicity (ETHNIC) codes';
comment on column star.dim_ethnicity.ethnic is 'ethnic group (ETHNIC), code list ethnic';

-- The columns that all views of one code list share.
do $$
declare
    list text;
begin
    foreach list in array array[
        'legal_status', 'placement_type', 'category_of_need', 'reason_episode_ceased', 'reason_new_episode', 'reason_place_change',
        'place_provider', 'review_participation', 'ethnicity']
    loop
        execute format('comment on column star.dim_%s.label is %L', list, 'what the code means');
        execute format('comment on column star.dim_%s.valid_from is %L', list, 'first day the code could be used; null where that is not bounded');
        execute format('comment on column star.dim_%s.valid_to is %L', list, 'last day the code could be used; null while it is in use');
    end loop;
end $$;
