-- title:   Facts that no system holds, from the top-up workbook
-- purpose: Help offered for substance misuse and health surveillance under five: answers that the return OC2 asks for and for which
--          case systems have no field. Deprivation of liberty orders from the workbook are rows of star.fact_deprivation_of_liberty
-- rules:   every row carries the person, the authority and the assertion it was taken from (dataset, assertion_id)

create table star.fact_intervention_offered (
    person_key bigint not null,
    authority  smallint not null,
    offered_on date not null,
    intervention text,
    answer       text,
    answered_on  date,
    dataset      smallint not null,
    assertion_id bigint not null,
    primary key (person_key, offered_on)
);
comment on table star.fact_intervention_offered is 'Help offered for substance misuse. grain: child, day of the offer';
comment on column star.fact_intervention_offered.offered_on is 'day on which the help was offered';
comment on column star.fact_intervention_offered.intervention is 'kind of help, code list intervention';
comment on column star.fact_intervention_offered.answer is 'whether it was taken up, code list intervention_answer';
comment on column star.fact_intervention_offered.answered_on is 'day it began or was turned down; null while not known';

create table star.fact_health_surveillance (
    person_key bigint not null,
    authority  smallint not null,
    checked_on date not null,
    up_to_date boolean not null,
    last_review text,
    dataset      smallint not null,
    assertion_id bigint not null,
    primary key (person_key, checked_on)
);
comment on table star.fact_health_surveillance is 'Whether health surveillance of a child under five was up to date. grain: child, day on which it was so';
comment on column star.fact_health_surveillance.checked_on is 'day on which it was so';
comment on column star.fact_health_surveillance.up_to_date is 'all development checks due by that day had been done';
comment on column star.fact_health_surveillance.last_review is 'the newest check done, code list development_check';

do $$
declare
    name text;
begin
    foreach name in array array['fact_intervention_offered', 'fact_health_surveillance']
    loop
        execute format('comment on column star.%I.person_key is %L', name, 'the child (identity.person)');
        execute format('comment on column star.%I.authority is %L', name, 'DfE number of the authority whose record it is');
        execute format('comment on column star.%I.dataset is %L', name, 'the dataset of the assertion the row was taken from (ops.dataset)');
        execute format('comment on column star.%I.assertion_id is %L', name, 'number of that assertion in source.<dataset>');
    end loop;
end $$;
