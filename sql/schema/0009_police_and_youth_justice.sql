-- title:   Facts of police and youth justice
-- purpose: What police, the return interview service, and the youth justice service say of each child, with clock times where the hour
--          matters; and what happened at children's homes. Rows are derived, never edited
-- rules:   every row carries the authority and the assertion it was taken from (dataset, assertion_id), and the person where it is about one.
--          Clock times are moments (timestamptz); the day of a moment is the day in Europe/London

-- The same absence is told by the return (days), the case system (days) and the police (moments). Who returns in the morning can be
-- gone again in the evening, so the day alone does not tell two absences apart.
alter table star.fact_missing
    drop constraint fact_missing_pkey,
    add column number_on_day       smallint not null default 1,
    add column last_seen_at        timestamptz,
    add column reported_at         timestamptz,
    add column returned_at         timestamptz,
    add column risk                text,
    add column risk_final          text,
    add column reference           text,
    add column reported_by         text,
    add column place_from          text,
    add column postcode_from       text,
    add column circumstances       text,
    add column returned_how        text,
    add column found_place         text,
    add column prevention_interview_at timestamptz,
    add column trigger_plan        boolean,
    add column strategy_discussion date,
    add primary key (person_key, mis_start, missing, number_on_day);
alter table star.fact_missing alter column number_on_day drop default;
comment on table star.fact_missing is 'Times missing (M) or away without authorisation (A). grain: child, kind, start, number of the absence on that day';
comment on column star.fact_missing.number_on_day is 'number of the absence among those of its kind that began on the day, from 1; sources without clock times tell the first';
comment on column star.fact_missing.last_seen_at is 'when the child was last seen: the absence is counted from here; null where only a day is told';
comment on column star.fact_missing.reported_at is 'when it was reported to the police; null where it was not, or only a day is told';
comment on column star.fact_missing.returned_at is 'when the child returned or was found; null while missing, or where only a day is told';
comment on column star.fact_missing.risk is 'risk as first graded by the police, code list missing_risk';
comment on column star.fact_missing.risk_final is 'risk as last graded by the police, code list missing_risk';
comment on column star.fact_missing.reference is 'the police''s reference of the absence';
comment on column star.fact_missing.reported_by is 'who reported it, code list missing_reporter';
comment on column star.fact_missing.place_from is 'kind of place the child was missing from, code list missing_place';
comment on column star.fact_missing.postcode_from is 'postcode of that place';
comment on column star.fact_missing.circumstances is 'main circumstance, code list missing_circumstances';
comment on column star.fact_missing.returned_how is 'how the child came back, code list missing_return';
comment on column star.fact_missing.found_place is 'kind of place the child was found at, code list missing_place';
comment on column star.fact_missing.prevention_interview_at is 'when police held the prevention (safe and well) interview, which is not the independent return interview';
comment on column star.fact_missing.trigger_plan is 'whether a trigger plan (Philomena form) was held beforehand';
comment on column star.fact_missing.strategy_discussion is 'day of a strategy discussion about the absence';

create table star.fact_return_interview (
    person_key bigint not null, authority smallint not null,
    mis_start date not null, missing text not null, number_on_day smallint not null,
    reference text, returned_at timestamptz,
    offered text, offered_at timestamptz, accepted text, not_held_reason text,
    held_at timestamptz, within_72_hours boolean, interviewer text, independent boolean,
    main_reason text, episodes_covered integer,
    harm_disclosed boolean, exploitation_concern boolean, shared_with_police date,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, mis_start, missing, number_on_day)
);
comment on table star.fact_return_interview is 'Return home interviews, by the absence they were about: one interview may cover several. grain: child and absence, as star.fact_missing';
comment on column star.fact_return_interview.mis_start is 'day the absence began';
comment on column star.fact_return_interview.missing is 'M missing or A away without authorisation, code list missing';
comment on column star.fact_return_interview.number_on_day is 'number of the absence among those of its kind that began on the day, from 1';
comment on column star.fact_return_interview.reference is 'the interview service''s reference: the same for all absences that one interview covered';
comment on column star.fact_return_interview.returned_at is 'when the child returned: the 72 hours run from here';
comment on column star.fact_return_interview.offered is 'whether an interview was offered, code list yes_no_na';
comment on column star.fact_return_interview.offered_at is 'when it was offered';
comment on column star.fact_return_interview.accepted is 'whether the child accepted it, code list yes_no_na';
comment on column star.fact_return_interview.not_held_reason is 'why no interview was held, code list rhi_not_held';
comment on column star.fact_return_interview.held_at is 'when it was held; null where it was not, or only the offer is told';
comment on column star.fact_return_interview.within_72_hours is 'held within 72 hours of the return; null where none was held or a moment is not known';
comment on column star.fact_return_interview.interviewer is 'who held it, code list rhi_interviewer';
comment on column star.fact_return_interview.independent is 'whether the interviewer was independent of the child''s care';
comment on column star.fact_return_interview.main_reason is 'main reason the child gave for going, code list rhi_reason';
comment on column star.fact_return_interview.episodes_covered is 'number of absences the interview covered';
comment on column star.fact_return_interview.harm_disclosed is 'whether the child spoke of harm';
comment on column star.fact_return_interview.exploitation_concern is 'whether it gave reason for concern about exploitation';
comment on column star.fact_return_interview.shared_with_police is 'day its information was shared with the police';

create table star.fact_home_incident (
    authority smallint not null, reference text not null,
    occurred_at timestamptz not null, urn text, postcode text, category text,
    police_called boolean, police_reference text, restorative boolean, crime_outcome text, crime_recorded boolean,
    children integer, injury boolean, notifiable boolean, screened_on date,
    dataset smallint not null, assertion_id bigint not null,
    primary key (authority, reference)
);
comment on table star.fact_home_incident is 'Incidents at children''s homes, and what the police made of them. About a home, not a child. grain: authority, incident';
comment on column star.fact_home_incident.reference is 'reference of the incident';
comment on column star.fact_home_incident.occurred_at is 'when it happened';
comment on column star.fact_home_incident.urn is 'Ofsted''s unique reference number of the home';
comment on column star.fact_home_incident.postcode is 'postcode of the home';
comment on column star.fact_home_incident.category is 'what kind of incident, code list incident_category';
comment on column star.fact_home_incident.police_called is 'whether police were called';
comment on column star.fact_home_incident.police_reference is 'the police''s number of the incident';
comment on column star.fact_home_incident.restorative is 'whether it was resolved by restorative work';
comment on column star.fact_home_incident.crime_outcome is 'outcome, code list crime_outcome; null where no crime was recorded';
comment on column star.fact_home_incident.crime_recorded is 'whether a crime was recorded';
comment on column star.fact_home_incident.children is 'number of children involved';
comment on column star.fact_home_incident.injury is 'whether somebody was hurt';
comment on column star.fact_home_incident.notifiable is 'whether Ofsted had to be told (regulation 40 of the Children''s Homes Regulations 2015)';
comment on column star.fact_home_incident.screened_on is 'day the officers for children in care screened it';

create table star.fact_home_incident_child (
    person_key bigint not null, authority smallint not null,
    reference text not null, role text not null,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, reference, role)
);
comment on table star.fact_home_incident_child is 'Children involved in incidents at children''s homes. grain: child, incident, role';
comment on column star.fact_home_incident_child.reference is 'reference of the incident (star.fact_home_incident)';
comment on column star.fact_home_incident_child.role is 'part the child had in it, code list incident_role';

create table star.fact_arrest (
    person_key bigint not null, authority smallint not null,
    reference text not null, arrested_at timestamptz not null,
    offence text, offence_group text, urn text, in_placement boolean,
    screened_on date, screening_decision text, diverted boolean, outcome text, outcome_on date,
    appropriate_adult boolean, detained_overnight boolean, bed_requested boolean, bed_provided boolean,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, reference)
);
comment on table star.fact_arrest is 'Arrests, their screening under the protocol for children in care, and their outcome. grain: child, custody reference';
comment on column star.fact_arrest.reference is 'the police''s custody reference';
comment on column star.fact_arrest.arrested_at is 'when the child was arrested';
comment on column star.fact_arrest.offence is 'offence, as the police word it';
comment on column star.fact_arrest.offence_group is 'group of the offence, code list offence_group';
comment on column star.fact_arrest.urn is 'Ofsted''s unique reference number of the home where the offence was; null elsewhere';
comment on column star.fact_arrest.in_placement is 'whether the offence was at the child''s placement';
comment on column star.fact_arrest.screened_on is 'day the arrest was screened; null where it was not';
comment on column star.fact_arrest.screening_decision is 'what the screening decided, code list arrest_screening';
comment on column star.fact_arrest.diverted is 'whether the child was diverted from prosecution, by the screening''s decision or by an outcome out of court; null while open';
comment on column star.fact_arrest.outcome is 'outcome of the arrest, code list arrest_outcome';
comment on column star.fact_arrest.outcome_on is 'day of the outcome';
comment on column star.fact_arrest.appropriate_adult is 'whether an appropriate adult attended';
comment on column star.fact_arrest.detained_overnight is 'whether the child was kept overnight';
comment on column star.fact_arrest.bed_requested is 'whether the authority was asked for a bed';
comment on column star.fact_arrest.bed_provided is 'whether the authority provided it';

create table star.fact_suspected_crime (
    person_key bigint not null, authority smallint not null,
    reference text not null, committed_on date not null,
    offence text, offence_group text, urn text, in_placement boolean, crime_outcome text, outcome_on date,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, reference)
);
comment on table star.fact_suspected_crime is 'Recorded crimes of which the child is a suspect; not proven. grain: child, crime number';
comment on column star.fact_suspected_crime.reference is 'crime number';
comment on column star.fact_suspected_crime.committed_on is 'day of the crime, or the first day it could have been';
comment on column star.fact_suspected_crime.offence is 'offence, as the police word it or by its Home Office code';
comment on column star.fact_suspected_crime.offence_group is 'group of the offence, code list offence_group';
comment on column star.fact_suspected_crime.urn is 'Ofsted''s unique reference number of the home where it was; null elsewhere';
comment on column star.fact_suspected_crime.in_placement is 'whether it was at the child''s placement';
comment on column star.fact_suspected_crime.crime_outcome is 'outcome, code list crime_outcome; null while open';
comment on column star.fact_suspected_crime.outcome_on is 'day of the outcome';

create table star.fact_exploitation_flag (
    person_key bigint not null, authority smallint not null,
    kind text not null, opened date not null,
    level text, reviewed date, closed date, close_reason text,
    nrm_referred date, nrm_reasonable_grounds text, nrm_conclusive_grounds text, panel date,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, kind, opened)
);
comment on table star.fact_exploitation_flag is 'Flags of risk of exploitation. grain: child, kind, day opened. closed is null while the flag is open';
comment on column star.fact_exploitation_flag.kind is 'kind of exploitation, code list exploitation_kind';
comment on column star.fact_exploitation_flag.opened is 'day the flag was opened';
comment on column star.fact_exploitation_flag.level is 'level of risk as last assessed, code list exploitation_level';
comment on column star.fact_exploitation_flag.reviewed is 'day of the last review';
comment on column star.fact_exploitation_flag.closed is 'day the flag was closed; null while open';
comment on column star.fact_exploitation_flag.close_reason is 'why it was closed, code list exploitation_close_reason';
comment on column star.fact_exploitation_flag.nrm_referred is 'day of the referral to the National Referral Mechanism';
comment on column star.fact_exploitation_flag.nrm_reasonable_grounds is 'its decision on reasonable grounds, code list nrm_decision';
comment on column star.fact_exploitation_flag.nrm_conclusive_grounds is 'its decision on conclusive grounds, code list nrm_decision';
comment on column star.fact_exploitation_flag.panel is 'day the multi-agency panel last considered the child';

create table star.fact_offence (
    person_key bigint not null, authority smallint not null,
    outcome_on date not null, number_on_day smallint not null,
    reference text, committed_on date, offence text, offence_group text, gravity integer,
    outcome text, tier text, proven boolean, court text, first_time_entrant boolean,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, outcome_on, number_on_day)
);
comment on table star.fact_offence is 'Offences with an outcome: convictions, cautions and other disposals. grain: child, day of the outcome, number of the offence on that day';
comment on column star.fact_offence.outcome_on is 'day of the conviction, caution or other disposal; the offence may lie before the period of care';
comment on column star.fact_offence.number_on_day is 'number of the offence among those with an outcome on the day, from 1, in the order of the source''s references';
comment on column star.fact_offence.reference is 'reference of the offence in the youth justice service or the case system';
comment on column star.fact_offence.committed_on is 'day of the offence';
comment on column star.fact_offence.offence is 'offence, as the source words it';
comment on column star.fact_offence.offence_group is 'group of the offence, code list offence_group';
comment on column star.fact_offence.gravity is 'seriousness score of the offence, 1 to 8';
comment on column star.fact_offence.outcome is 'outcome, code list offence_outcome; null where the source does not say which';
comment on column star.fact_offence.tier is 'tier of the outcome, code list offence_tier';
comment on column star.fact_offence.proven is 'convicted, or given a youth caution or youth conditional caution: what the return''s question on offending counts';
comment on column star.fact_offence.court is 'kind of court, code list court; null out of court';
comment on column star.fact_offence.first_time_entrant is 'whether it was the child''s first proven offence';

create table star.fact_youth_justice_intervention (
    person_key bigint not null, authority smallint not null,
    started date not null, kind text not null, ended date, completed boolean, reference text, worker text,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, started, kind)
);
comment on table star.fact_youth_justice_intervention is 'Orders and voluntary interventions that the youth justice service works with. grain: child, start, kind. ended is null while open';
comment on column star.fact_youth_justice_intervention.started is 'first day';
comment on column star.fact_youth_justice_intervention.kind is 'kind of order or intervention, code list youth_justice_intervention';
comment on column star.fact_youth_justice_intervention.ended is 'last day; null while open';
comment on column star.fact_youth_justice_intervention.completed is 'whether it was completed';
comment on column star.fact_youth_justice_intervention.reference is 'the service''s reference';
comment on column star.fact_youth_justice_intervention.worker is 'case worker, as the service numbers them';

create table star.fact_restorative_work (
    person_key bigint not null, authority smallint not null,
    reference text not null, offered date, kind text, held date, victim_took_part boolean, outcome text, offence_reference text,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, reference)
);
comment on table star.fact_restorative_work is 'Restorative work with the child. grain: child, reference of the work';
comment on column star.fact_restorative_work.reference is 'the service''s reference of the work';
comment on column star.fact_restorative_work.offered is 'day it was offered';
comment on column star.fact_restorative_work.kind is 'kind of work, code list restorative_kind';
comment on column star.fact_restorative_work.held is 'day it was held; null where it was not';
comment on column star.fact_restorative_work.victim_took_part is 'whether the person harmed took part';
comment on column star.fact_restorative_work.outcome is 'how it ended, code list restorative_outcome';
comment on column star.fact_restorative_work.offence_reference is 'the offence it was about (star.fact_offence)';

create table star.fact_custody (
    person_key bigint not null, authority smallint not null,
    started date not null, kind text not null, ended date, establishment_kind text, establishment text, reference text,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, started, kind)
);
comment on table star.fact_custody is 'Remands and custodial sentences. grain: child, start, kind. ended is null while it lasts';
comment on column star.fact_custody.started is 'first day';
comment on column star.fact_custody.kind is 'kind of remand or sentence, code list custody_kind';
comment on column star.fact_custody.ended is 'last day; null while it lasts';
comment on column star.fact_custody.establishment_kind is 'kind of establishment, code list custody_establishment';
comment on column star.fact_custody.establishment is 'name of the establishment';
comment on column star.fact_custody.reference is 'the service''s reference';

-- The columns that every fact carries.
do $$
declare
    name text;
begin
    foreach name in array array[
        'fact_return_interview', 'fact_home_incident_child', 'fact_arrest', 'fact_suspected_crime', 'fact_exploitation_flag', 'fact_offence',
        'fact_youth_justice_intervention', 'fact_restorative_work', 'fact_custody', 'fact_home_incident']
    loop
        if name <> 'fact_home_incident' then
            execute format('comment on column star.%I.person_key is %L', name, 'the child (identity.person)');
        end if;
        execute format('comment on column star.%I.authority is %L', name, 'DfE number of the authority whose record it is');
        execute format('comment on column star.%I.dataset is %L', name, 'the dataset of the assertion the row was taken from (ops.dataset)');
        execute format('comment on column star.%I.assertion_id is %L', name, 'number of that assertion in source.<dataset>');
    end loop;
end $$;
