-- title:   Reference data
-- purpose: What publishers say of places, providers, schools, populations and other authorities: the postcode directory, Ofsted's lists,
--          schools, residents by age, statistical neighbours and figures to compare with
-- rules:   reference data is of the whole country: its authority is 0. Bank holidays and school terms are configuration
--          (config/calendars), and are loaded by migrate: working days must be known before anything is loaded

-- Postcodes, providers and schools, each as its publisher's list says it.


alter table star.dim_postcode
    add column authority        smallint not null,
    add column district         text,
    add column region           text,
    add column ward             text,
    add column lsoa             text,
    add column deprivation_rank integer,
    add column latitude         numeric,
    add column longitude        numeric,
    add column introduced       date,
    add column terminated       date,
    add column dataset          smallint not null,
    add column assertion_id     bigint not null;
comment on column star.dim_postcode.district is 'local authority district, county or unitary (laua), as a code of the Office for National Statistics';
comment on column star.dim_postcode.region is 'region of England, as a code of the Office for National Statistics';
comment on column star.dim_postcode.ward is 'electoral ward, as a code of the Office for National Statistics';
comment on column star.dim_postcode.lsoa is 'lower layer super output area, the small area for which deprivation is measured';
comment on column star.dim_postcode.deprivation_rank is 'rank of that area in the index of multiple deprivation, 1 the most deprived of its country';
comment on column star.dim_postcode.latitude is 'degrees north';
comment on column star.dim_postcode.longitude is 'degrees east';
comment on column star.dim_postcode.introduced is 'first day of the month in which the postcode was introduced';
comment on column star.dim_postcode.terminated is 'first day of the month in which it was ended; null while in use';

comment on column star.dim_postcode.postcode is 'the postcode, with one space before its last three characters';
comment on column star.dim_postcode.local_authority is 'the authority with children''s services it lies in: its code of the Office for National Statistics (star.dim_local_authority.ons_code); null outside England';
comment on column star.dim_postcode.country is 'the country it lies in, as a code of the Office for National Statistics';

create table star.district (
    district   text primary key,
    upper_tier text not null
);
comment on table star.district is 'Districts of the counties, and earlier codes of authorities. Loaded from config by migrate. grain: one row per code of a district';
comment on column star.district.district is 'code of the Office for National Statistics';
comment on column star.district.upper_tier is 'code of the authority with children''s services in which it lies';

alter table star.dim_placement_provider
    add column authority           smallint not null,
    add column owner               text,
    add column places              integer,
    add column registration_status text,
    add column placement_codes     text,
    add column provider_codes      text,
    add column region              text,
    add column dataset             smallint not null,
    add column assertion_id        bigint not null;
comment on column star.dim_placement_provider.owner is 'organisation that owns it';
comment on column star.dim_placement_provider.places is 'places it is registered for';
comment on column star.dim_placement_provider.registration_status is 'whether registered, suspended or closed, code list registration_status';
comment on column star.dim_placement_provider.placement_codes is 'placement types it may provide, as the list writes them: K2, or U1, U2 ...';
comment on column star.dim_placement_provider.provider_codes is 'placement provider codes that fit it, as the list writes them: PR4, or PR1, PR2 ...';
comment on column star.dim_placement_provider.region is 'region, as the list names it';

comment on table star.dim_placement_provider is 'Registered providers by Ofsted''s unique reference number; their inspections: star.fact_provider_inspection. grain: one row per URN';
comment on column star.dim_placement_provider.sector is 'sector it belongs to, code list provider_sector';
comment on column star.dim_placement_provider.provider_kind is 'what it is registered as, code list provider_kind';
comment on column star.dim_placement_provider.local_authority is 'the authority it lies in, by the name that the list gives it';

alter table star.dim_school
    add column authority            smallint not null,
    add column authority_number     smallint,
    add column establishment_number text,
    add column status               text,
    add column lowest_age           integer,
    add column highest_age          integer,
    add column pupils               integer,
    add column dataset              smallint not null,
    add column assertion_id         bigint not null;
comment on column star.dim_school.authority_number is 'the authority it lies in, by DfE number';
comment on column star.dim_school.establishment_number is 'its number within the authority, four digits';
comment on column star.dim_school.status is 'open, closed, or about to be: code list school_status';
comment on column star.dim_school.lowest_age is 'youngest age it takes, in years';
comment on column star.dim_school.highest_age is 'oldest age it takes, in years';
comment on column star.dim_school.pupils is 'pupils on roll';

comment on column star.dim_school.local_authority is 'the authority it lies in, by name';

-- Figures.


create table star.population (
    authority      smallint not null,
    area           text not null,
    area_authority smallint,
    year           smallint not null,
    sex            text not null,
    age            smallint not null,
    persons        integer,
    dataset        smallint not null,
    assertion_id   bigint not null,
    primary key (area, year, sex, age)
);
comment on table star.population is 'Residents by authority, year, age and sex: the mid-year estimates of the Office for National Statistics. grain: area, year, sex, age';
comment on column star.population.area is 'code of the Office for National Statistics; E92000001 is England';
comment on column star.population.area_authority is 'the authority, by DfE number; null for a country or region';
comment on column star.population.year is 'year of the estimate, which is for 30 June';
comment on column star.population.sex is 'M, F, or T for both';
comment on column star.population.age is 'age in completed years; 90 stands for 90 and over';
comment on column star.population.persons is 'residents';

create table star.statistical_neighbour (
    authority      smallint not null,
    area_authority smallint not null,
    rank           smallint not null,
    neighbour      smallint not null,
    closeness      text,
    dataset        smallint not null,
    assertion_id   bigint not null,
    primary key (area_authority, rank)
);
comment on table star.statistical_neighbour is 'Authorities most like an authority, by the Department''s model. grain: authority compared, rank';
comment on column star.statistical_neighbour.area_authority is 'the authority, by DfE number';
comment on column star.statistical_neighbour.rank is '1 the closest, to 10';
comment on column star.statistical_neighbour.neighbour is 'the neighbour, by DfE number';
comment on column star.statistical_neighbour.closeness is 'how close, in the model''s words';

create table star.comparator (
    authority        smallint not null,
    publication      text not null,
    time_period      text not null,
    period_ends      date,
    level            text not null,
    area             text not null,
    area_authority   smallint,
    population_group text not null,
    characteristic   text not null,
    number           numeric,
    percentage       numeric,
    withheld         text,
    dataset          smallint not null,
    assertion_id     bigint not null,
    primary key (publication, time_period, level, area, population_group, characteristic)
);
comment on table star.comparator is 'Published figures of the country, regions and authorities to compare with (Explore education statistics). grain: publication, year, level, area, group, characteristic';
comment on column star.comparator.publication is 'which table of figures: children_looked_after, care_leavers, outcomes ...';
comment on column star.comparator.time_period is 'period as published: 2025, or 202425';
comment on column star.comparator.period_ends is 'last day of the period: 31 March of it';
comment on column star.comparator.level is 'National, Regional or Local authority';
comment on column star.comparator.area is 'code of the Office for National Statistics';
comment on column star.comparator.area_authority is 'the authority, by DfE number; null for the country or a region';
comment on column star.comparator.population_group is 'children counted, as the publisher words it';
comment on column star.comparator.characteristic is 'what is told of them, as the publisher words it';
comment on column star.comparator.number is 'count, rounded as published; null where it was not published';
comment on column star.comparator.percentage is 'per cent, or the rate where the characteristic is a rate; null where it was not published';
comment on column star.comparator.withheld is 'the publisher''s sign where a figure was not published: c suppressed, z not applicable, x not available, k too small to show';

-- The columns that every one of them carries.
do $$
declare
    name text;
begin
    foreach name in array array['dim_postcode', 'dim_placement_provider', 'dim_school', 'population', 'statistical_neighbour', 'comparator']
    loop
        execute format('comment on column star.%I.authority is %L', name, '0: the data is of the whole country');
        execute format('comment on column star.%I.dataset is %L', name, 'the dataset of the assertion the row was taken from (ops.dataset)');
        execute format('comment on column star.%I.assertion_id is %L', name, 'number of that assertion in source.<dataset>');
    end loop;
end $$;
