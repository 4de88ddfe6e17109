-- title:   Facts of health
-- purpose: What is true of each child's health as the service must know it: assessments, dental, optician and development checks,
--          immunisations, strengths and difficulties scores, substance misuse and referrals to mental health services. Rows are derived, never
--          edited: the mapping of each dataset is beside its contract in etl/
-- rules:   a check is one row for the day and how it ended, so that two agencies who tell the same check tell one fact: done on that day.
--          One that was not done stands on the day it was due or planned. Only status Completed counts as done
--          every row carries the person, the authority and the assertion it was taken from (dataset, assertion_id)

create table star.fact_health_assessment (
    person_key bigint not null,
    authority  smallint not null,
    day        date not null,
    status     text not null,
    kind       text,
    requested  date,
    consent_requested date,
    consent_received  date,
    due        date,
    offered    date,
    done       date,
    report_returned date,
    late_reason text,
    assessor    text,
    dataset smallint not null,
    assertion_id bigint not null,
    primary key (person_key, day, status)
);
comment on table star.fact_health_assessment is 'Statutory health assessments, done and awaited. grain: child, day, status';
comment on column star.fact_health_assessment.day is 'day the child was seen; for one that was not done, the day it is due or was planned for';
comment on column star.fact_health_assessment.status is 'Completed, Planned, Refused …, code list health_check_status';
comment on column star.fact_health_assessment.kind is 'IHA initial or RHA review, code list health_assessment_kind; null where the source does not tell them apart';
comment on column star.fact_health_assessment.requested is 'day the health team was told of the child and asked for the assessment';
comment on column star.fact_health_assessment.consent_requested is 'day consent to it was asked for';
comment on column star.fact_health_assessment.consent_received is 'day consent was received';
comment on column star.fact_health_assessment.due is 'day it is due, as the sender reckons it; the law''s day is worked out by the measures';
comment on column star.fact_health_assessment.offered is 'day of the first appointment offered';
comment on column star.fact_health_assessment.done is 'day the child was seen; null where it was not done';
comment on column star.fact_health_assessment.report_returned is 'day the report came back to the authority: the other clock that some authorities count';
comment on column star.fact_health_assessment.late_reason is 'why it was late or is not done, code list health_late_reason';
comment on column star.fact_health_assessment.assessor is 'who assessed, code list health_assessor; an initial assessment needs a doctor';

create table star.fact_dental_check (
    person_key bigint not null,
    authority  smallint not null,
    day        date not null,
    status     text not null,
    outcome    text,
    dentist_registered boolean,
    dataset smallint not null,
    assertion_id bigint not null,
    primary key (person_key, day, status)
);
comment on table star.fact_dental_check is 'Dental checks. grain: child, day, status';
comment on column star.fact_dental_check.day is 'day of the check; for one that was not done, the day it was planned for';
comment on column star.fact_dental_check.status is 'Completed, Planned, Refused …, code list health_check_status';
comment on column star.fact_dental_check.outcome is 'what the dentist found, code list dental_outcome';
comment on column star.fact_dental_check.dentist_registered is 'the child has a dentist; not the same as having been checked';

create table star.fact_optician_check (
    person_key bigint not null,
    authority  smallint not null,
    day        date not null,
    status     text not null,
    outcome    text,
    dataset smallint not null,
    assertion_id bigint not null,
    primary key (person_key, day, status)
);
comment on table star.fact_optician_check is 'Optician checks. grain: child, day, status';
comment on column star.fact_optician_check.day is 'day of the check; for one that was not done, the day it was planned for';
comment on column star.fact_optician_check.status is 'Completed, Planned, Refused …, code list health_check_status';
comment on column star.fact_optician_check.outcome is 'what the optician found, code list optician_outcome';

create table star.fact_development_check (
    person_key bigint not null,
    authority  smallint not null,
    day        date not null,
    status     text not null,
    check_type text,
    dataset smallint not null,
    assertion_id bigint not null,
    primary key (person_key, day, status)
);
comment on table star.fact_development_check is 'Development checks (health surveillance) of children under 5. grain: child, day, status';
comment on column star.fact_development_check.day is 'day of the check; for one that was not done, the day it was planned for';
comment on column star.fact_development_check.status is 'Completed, Planned, Refused …, code list health_check_status';
comment on column star.fact_development_check.check_type is 'which review of the healthy child programme, code list development_check';

create table star.fact_immunisation (
    person_key bigint not null,
    authority  smallint not null,
    day        date not null,
    status     text,
    up_to_date boolean,
    dataset smallint not null,
    assertion_id bigint not null,
    primary key (person_key, day)
);
comment on table star.fact_immunisation is 'Whether immunisations are up to date with the national schedule, each time it was looked at. grain: child, day';
comment on column star.fact_immunisation.day is 'day the status was established; it holds until the next';
comment on column star.fact_immunisation.status is 'up to date, partly, not, declined or not known, code list immunisation_status';
comment on column star.fact_immunisation.up_to_date is 'as the return counts it: partly and declined are not up to date; null where it is not known';

create table star.fact_sdq (
    person_key bigint not null,
    authority  smallint not null,
    day        date not null,
    respondent text not null,
    score         integer,
    emotional     integer,
    conduct       integer,
    hyperactivity integer,
    peer          integer,
    prosocial     integer,
    reason        text,
    dataset smallint not null,
    assertion_id bigint not null,
    primary key (person_key, day, respondent)
);
comment on table star.fact_sdq is 'Strengths and difficulties questionnaires, returned or not. grain: child, day, respondent';
comment on column star.fact_sdq.day is 'day it was completed; where there is no score, the day that was established';
comment on column star.fact_sdq.respondent is 'who answered, code list sdq_respondent; the return and the measures take the carer''s, and a source that does not say is read as the carer';
comment on column star.fact_sdq.score is 'total difficulties, 0 to 40; null where it was not returned';
comment on column star.fact_sdq.emotional is 'emotional symptoms, 0 to 10';
comment on column star.fact_sdq.conduct is 'conduct problems, 0 to 10';
comment on column star.fact_sdq.hyperactivity is 'hyperactivity and inattention, 0 to 10';
comment on column star.fact_sdq.peer is 'peer relationship problems, 0 to 10';
comment on column star.fact_sdq.prosocial is 'prosocial behaviour, 0 to 10; a strength, not part of the total';
comment on column star.fact_sdq.reason is 'why there is no score, code list sdq_reason';

create table star.fact_substance_misuse (
    person_key bigint not null,
    authority  smallint not null,
    day        date not null,
    substance  text not null,
    identified boolean,
    referred   date,
    intervention_offered  boolean,
    intervention_received boolean,
    dataset smallint not null,
    assertion_id bigint not null,
    primary key (person_key, day, substance)
);
comment on table star.fact_substance_misuse is 'Screenings for substance misuse and the help that followed. grain: child, day, substance';
comment on column star.fact_substance_misuse.day is 'day of the screening, or on which the problem was identified';
comment on column star.fact_substance_misuse.substance is 'main substance, code list substance; NONE where no problem was found, NS where it is not stated';
comment on column star.fact_substance_misuse.identified is 'a substance misuse problem was identified';
comment on column star.fact_substance_misuse.referred is 'day of the referral to a substance misuse service';
comment on column star.fact_substance_misuse.intervention_offered is 'help was offered';
comment on column star.fact_substance_misuse.intervention_received is 'help was accepted and received';

create table star.fact_camhs_referral (
    person_key bigint not null,
    authority  smallint not null,
    referred   date not null,
    reason     text,
    outcome    text,
    accepted   date,
    assessed   date,
    treatment_started date,
    discharged date,
    dataset smallint not null,
    assertion_id bigint not null,
    primary key (person_key, referred)
);
comment on table star.fact_camhs_referral is 'Referrals to child and adolescent mental health services. grain: child, day of referral';
comment on column star.fact_camhs_referral.referred is 'day the child was referred';
comment on column star.fact_camhs_referral.reason is 'main reason, code list camhs_reason';
comment on column star.fact_camhs_referral.outcome is 'accepted, signposted, rejected …, code list camhs_outcome';
comment on column star.fact_camhs_referral.accepted is 'day the referral was accepted';
comment on column star.fact_camhs_referral.assessed is 'day of the first assessment';
comment on column star.fact_camhs_referral.treatment_started is 'day treatment started';
comment on column star.fact_camhs_referral.discharged is 'day of discharge; null while open';

-- The columns that every fact carries.
do $$
declare
    name text;
begin
    foreach name in array array[
        'fact_health_assessment', 'fact_dental_check', 'fact_optician_check', 'fact_development_check', 'fact_immunisation', 'fact_sdq',
        'fact_substance_misuse', 'fact_camhs_referral']
    loop
        execute format('comment on column star.%I.person_key is %L', name, 'the child (identity.person)');
        execute format('comment on column star.%I.authority is %L', name, 'DfE number of the authority whose record it is');
        execute format('comment on column star.%I.dataset is %L', name, 'the dataset of the assertion the row was taken from (ops.dataset)');
        execute format('comment on column star.%I.assertion_id is %L', name, 'number of that assertion in source.<dataset>');
    end loop;
end $$;
