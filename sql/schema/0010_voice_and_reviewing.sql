-- title:   Facts of children's voice and of reviewing
-- purpose: What advocates, independent visitors, the complaints team and surveys say of what children want, and what the independent
--          reviewing officers (IROs) did. Rows are derived, never edited
-- rules:   every row carries the authority and the assertion it was taken from (dataset, assertion_id), and the person where it is about one.
--          Anonymous answers have no person and never get one

create table star.fact_advocacy_visit (
    person_key bigint not null, authority smallint not null,
    visited_on date not null, reference text not null, urn text, mode text, kind text, seen boolean,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, visited_on, reference)
);
comment on table star.fact_advocacy_visit is 'Advocates'' contacts with children where they live: residential visits, by whatever mode. grain: child, day, contact';
comment on column star.fact_advocacy_visit.visited_on is 'day of the contact';
comment on column star.fact_advocacy_visit.reference is 'the service''s reference of the contact';
comment on column star.fact_advocacy_visit.urn is 'Ofsted''s unique reference number of the home';
comment on column star.fact_advocacy_visit.mode is 'in person or otherwise, code list contact_mode';
comment on column star.fact_advocacy_visit.kind is 'kind of contact, code list advocacy_contact';
comment on column star.fact_advocacy_visit.seen is 'whether the child was seen or spoken to';

create table star.fact_advocacy_issue (
    person_key bigint not null, authority smallint not null,
    reference text not null, referred_on date not null,
    advocacy_type text, referrer text, area text, theme text, issue text, accepted boolean,
    first_contact date, closed date, outcome text, meetings_attended integer, satisfaction text,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, reference)
);
comment on table star.fact_advocacy_issue is 'Referrals to advocacy, each for one issue. grain: child, reference. closed is null while open';
comment on column star.fact_advocacy_issue.reference is 'the service''s reference of the referral';
comment on column star.fact_advocacy_issue.referred_on is 'day of the referral';
comment on column star.fact_advocacy_issue.advocacy_type is 'kind of advocacy, code list advocacy_type';
comment on column star.fact_advocacy_issue.referrer is 'who referred, code list advocacy_referrer';
comment on column star.fact_advocacy_issue.area is 'team or area of the council that the referral came from';
comment on column star.fact_advocacy_issue.theme is 'area of the issue, code list advocacy_theme';
comment on column star.fact_advocacy_issue.issue is 'the issue, in the service''s own list';
comment on column star.fact_advocacy_issue.accepted is 'whether the child took the offer up';
comment on column star.fact_advocacy_issue.first_contact is 'day of the first contact';
comment on column star.fact_advocacy_issue.closed is 'day the work was closed; null while open';
comment on column star.fact_advocacy_issue.outcome is 'how it ended, code list advocacy_outcome';
comment on column star.fact_advocacy_issue.meetings_attended is 'number of meetings the advocate attended';
comment on column star.fact_advocacy_issue.satisfaction is 'the child''s view at the end, code list satisfaction';

create table star.fact_independent_visitor (
    person_key bigint not null, authority smallint not null,
    referred_on date not null, eligible_from date, offered date, accepted boolean, waiting_since date,
    matched date, visitor text, ended date, end_reason text, withdrawn date, withdrawn_reason text, status text,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, referred_on)
);
comment on table star.fact_independent_visitor is 'Independent visitors: referral, wait, match and its end. grain: child, day referred';
comment on column star.fact_independent_visitor.referred_on is 'day of the referral';
comment on column star.fact_independent_visitor.eligible_from is 'day the child became eligible: little or no contact with the family, or thought to be of benefit';
comment on column star.fact_independent_visitor.offered is 'day a visitor was offered';
comment on column star.fact_independent_visitor.accepted is 'whether the child accepted';
comment on column star.fact_independent_visitor.waiting_since is 'day from which the child has waited or did wait';
comment on column star.fact_independent_visitor.matched is 'day of the match';
comment on column star.fact_independent_visitor.visitor is 'the visitor, as the service numbers them';
comment on column star.fact_independent_visitor.ended is 'day the match ended; null while it goes on';
comment on column star.fact_independent_visitor.end_reason is 'why the match ended, code list iv_end_reason';
comment on column star.fact_independent_visitor.withdrawn is 'day the referral was withdrawn before a match';
comment on column star.fact_independent_visitor.withdrawn_reason is 'why it was withdrawn, code list iv_end_reason';
comment on column star.fact_independent_visitor.status is 'where it stands, code list iv_status: as the dates say, and as the service says where they do not';

create table star.fact_independent_visit (
    person_key bigint not null, authority smallint not null,
    visited_on date not null, mode text, missed boolean not null, missed_reason text,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, visited_on)
);
comment on table star.fact_independent_visit is 'Visits by independent visitors. grain: child, day';
comment on column star.fact_independent_visit.visited_on is 'day of the visit, or for which it was arranged';
comment on column star.fact_independent_visit.mode is 'in person or otherwise, code list contact_mode';
comment on column star.fact_independent_visit.missed is 'arranged and not held';
comment on column star.fact_independent_visit.missed_reason is 'why it was missed, code list iv_missed_reason';

create table star.fact_complaint (
    person_key bigint not null, authority smallint not null,
    reference text not null, stage text not null,
    received_on date not null, complainant text, service text, nature text,
    due date, extended_to date, responded_on date, outcome text, withdrawn date,
    advocate boolean, learning_action boolean,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, reference, stage)
);
comment on table star.fact_complaint is 'Complaints by or for children, by stage of the statutory procedure. grain: child, complaint, stage';
comment on column star.fact_complaint.reference is 'the team''s reference, the same at all stages';
comment on column star.fact_complaint.stage is 'stage of the procedure, code list complaint_stage';
comment on column star.fact_complaint.received_on is 'day the stage began';
comment on column star.fact_complaint.complainant is 'who complained, code list complainant';
comment on column star.fact_complaint.service is 'service or team complained of, as the team names it';
comment on column star.fact_complaint.nature is 'nature of the complaint, code list complaint_nature';
comment on column star.fact_complaint.due is 'day the response was due: 10 working days at stage 1, 25 at stage 2';
comment on column star.fact_complaint.extended_to is 'day the time was extended to: up to 20 working days at stage 1, 65 at stage 2';
comment on column star.fact_complaint.responded_on is 'day of the response; null while open';
comment on column star.fact_complaint.outcome is 'outcome, code list complaint_outcome';
comment on column star.fact_complaint.withdrawn is 'day the complaint was withdrawn';
comment on column star.fact_complaint.advocate is 'whether an advocate supported the child';
comment on column star.fact_complaint.learning_action is 'whether an action was taken from it';

create table star.fact_child_view (
    person_key bigint not null, authority smallint not null,
    told_on date not null, instrument text not null, question text not null, answer text, score integer,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, told_on, instrument, question)
);
comment on table star.fact_child_view is 'What named children said about their care, question by question. grain: child, day, instrument, question';
comment on column star.fact_child_view.told_on is 'day it was said';
comment on column star.fact_child_view.instrument is 'form, app or survey it was said with';
comment on column star.fact_child_view.question is 'the question, as the instrument names it';
comment on column star.fact_child_view.answer is 'the answer chosen';
comment on column star.fact_child_view.score is 'the answer on the instrument''s scale';

create table star.fact_survey_answer (
    authority smallint not null,
    survey text not null, respondent text not null, question text not null,
    asked_on date, answer text, score integer, age_band text, placement_group text,
    dataset smallint not null, assertion_id bigint not null,
    primary key (authority, survey, respondent, question)
);
comment on table star.fact_survey_answer is 'Anonymous answers to surveys. No child, and never tied to one. grain: authority, survey, respondent, question';
comment on column star.fact_survey_answer.survey is 'name of the survey, with its year';
comment on column star.fact_survey_answer.respondent is 'number of the reply within the survey; says nothing of who replied';
comment on column star.fact_survey_answer.question is 'the question, as the survey names it';
comment on column star.fact_survey_answer.asked_on is 'last day of the survey, or day of the reply';
comment on column star.fact_survey_answer.answer is 'the answer chosen';
comment on column star.fact_survey_answer.score is 'the answer on the survey''s scale';
comment on column star.fact_survey_answer.age_band is 'age band of the respondent, code list survey_age_band';
comment on column star.fact_survey_answer.placement_group is 'where the respondent lives, in the survey''s words';

-- The IRO service tells more of a review than the return does.
alter table star.fact_review
    add column due            date,
    add column number_in_period integer,
    add column iro            text,
    add column meetings       integer,
    add column mode           text,
    add column plan_agreed    boolean,
    add column permanence_plan text,
    add column chaired_by_child boolean,
    add column decisions_sent date,
    add column minutes_sent   date;
comment on table star.fact_review is 'Statutory reviews that were held, with the child''s participation. grain: child, date; a series of meetings is one review';
comment on column star.fact_review.due is 'day by which it was due, as the source says; null where it does not';
comment on column star.fact_review.number_in_period is 'number of the review in its period of care, as the source counts it';
comment on column star.fact_review.iro is 'independent reviewing officer, as the service numbers them';
comment on column star.fact_review.meetings is 'number of meetings the review was held in';
comment on column star.fact_review.mode is 'in person or otherwise, code list contact_mode';
comment on column star.fact_review.plan_agreed is 'whether the care plan was agreed';
comment on column star.fact_review.permanence_plan is 'plan for permanence agreed at the review, code list permanence_plan';
comment on column star.fact_review.chaired_by_child is 'whether the child chaired it, in part or in whole';
comment on column star.fact_review.decisions_sent is 'day its decisions were sent (due within 5 working days)';
comment on column star.fact_review.minutes_sent is 'day its record was sent (due within 20 working days)';

create table star.fact_review_due (
    person_key bigint not null, authority smallint not null,
    due date not null, planned date, iro text,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key)
);
comment on table star.fact_review_due is 'The next review of each child: due, and not held yet. grain: child. A due day in the past is a late review';
comment on column star.fact_review_due.due is 'day by which it is due';
comment on column star.fact_review_due.planned is 'day it is planned for';
comment on column star.fact_review_due.iro is 'independent reviewing officer, as the service numbers them';

create table star.fact_midway_check (
    person_key bigint not null, authority smallint not null,
    checked_on date not null, iro text, child_spoken_to boolean, plan_on_track boolean, concern text,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, checked_on)
);
comment on table star.fact_midway_check is 'What the IRO found between two reviews. grain: child, day';
comment on column star.fact_midway_check.checked_on is 'day of the check';
comment on column star.fact_midway_check.iro is 'independent reviewing officer, as the service numbers them';
comment on column star.fact_midway_check.child_spoken_to is 'whether the child was seen or spoken to';
comment on column star.fact_midway_check.plan_on_track is 'whether the care plan is on track';
comment on column star.fact_midway_check.concern is 'level of concern, code list iro_concern';

create table star.fact_dispute (
    person_key bigint not null, authority smallint not null,
    reference text not null, raised_on date not null, iro text, conference_chair boolean not null,
    stage text, level text, theme text, team text,
    response_due date, responded_on date, resolved_on date, outcome text, cafcass boolean, legal_advice boolean,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, reference)
);
comment on table star.fact_dispute is 'Formal concerns raised by IROs and conference chairs (dispute resolution). grain: child, dispute';
comment on column star.fact_dispute.reference is 'reference of the dispute';
comment on column star.fact_dispute.raised_on is 'day it was raised';
comment on column star.fact_dispute.iro is 'who raised it, as the service numbers them';
comment on column star.fact_dispute.conference_chair is 'raised by the chair of a child protection conference, not about a looked-after child''s plan';
comment on column star.fact_dispute.stage is 'stage it reached, code list dispute_stage';
comment on column star.fact_dispute.level is 'manager it reached, code list dispute_level';
comment on column star.fact_dispute.theme is 'what it was about, code list dispute_theme';
comment on column star.fact_dispute.team is 'team it was raised with';
comment on column star.fact_dispute.response_due is 'day a response was due; formal stages take at most 20 working days in all (IRO Handbook)';
comment on column star.fact_dispute.responded_on is 'day of the response';
comment on column star.fact_dispute.resolved_on is 'day it was resolved; null while open';
comment on column star.fact_dispute.outcome is 'how it ended, code list dispute_outcome';
comment on column star.fact_dispute.cafcass is 'whether it was referred to Cafcass';
comment on column star.fact_dispute.legal_advice is 'whether independent legal advice was sought';

create table star.fact_compliment (
    authority smallint not null, reference text not null,
    given_on date not null, given_by text, service text, theme text,
    dataset smallint not null, assertion_id bigint not null,
    primary key (authority, reference)
);
comment on table star.fact_compliment is 'Compliments for good practice: about a team, not a child. grain: authority, reference';
comment on column star.fact_compliment.reference is 'reference of the compliment';
comment on column star.fact_compliment.given_on is 'day it was given';
comment on column star.fact_compliment.given_by is 'who gave it, code list compliment_source';
comment on column star.fact_compliment.service is 'team or service it was for';
comment on column star.fact_compliment.theme is 'what it was for, in the source''s words';

create table star.fact_iro_caseload (
    authority smallint not null, iro text not null, counted_on date not null,
    fte numeric, children integer,
    dataset smallint not null, assertion_id bigint not null,
    primary key (authority, iro, counted_on)
);
comment on table star.fact_iro_caseload is 'Caseloads of IROs on a day, as the service counts them. grain: authority, IRO, day';
comment on column star.fact_iro_caseload.iro is 'independent reviewing officer, as the service numbers them';
comment on column star.fact_iro_caseload.counted_on is 'day of the count';
comment on column star.fact_iro_caseload.fte is 'full-time equivalent of the post, 0 to 1';
comment on column star.fact_iro_caseload.children is 'open children';

-- The columns that every fact carries.
do $$
declare
    name text;
begin
    foreach name in array array[
        'fact_advocacy_visit', 'fact_advocacy_issue', 'fact_independent_visitor', 'fact_independent_visit', 'fact_complaint', 'fact_child_view',
        'fact_review_due', 'fact_midway_check', 'fact_dispute', 'fact_survey_answer', 'fact_compliment', 'fact_iro_caseload']
    loop
        if name not in ('fact_survey_answer', 'fact_compliment', 'fact_iro_caseload') then
            execute format('comment on column star.%I.person_key is %L', name, 'the child (identity.person)');
        end if;
        execute format('comment on column star.%I.authority is %L', name, 'DfE number of the authority whose record it is');
        execute format('comment on column star.%I.dataset is %L', name, 'the dataset of the assertion the row was taken from (ops.dataset)');
        execute format('comment on column star.%I.assertion_id is %L', name, 'number of that assertion in source.<dataset>');
    end loop;
end $$;
