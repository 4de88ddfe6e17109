-- title:   Facts of education
-- purpose: What is true of each child's education as the virtual school must know it: personal education plans, school places, attendance,
--          exclusions, attainment, special educational needs and what follows at 16. Rows are derived, never edited: the mapping of each dataset
--          is beside its contract in etl/
-- rules:   a school is its URN (star.dim_school, six digits; not Ofsted's number of a placement)
--          an academic year runs from 1 September to 31 August, written 2026-27; a collection year from 1 April
--          every row carries the person, the authority and the assertion it was taken from (dataset, assertion_id)

create table star.fact_pep (
    person_key bigint not null,
    authority  smallint not null,
    academic_year text not null,
    term       text not null,
    pep_type   text not null,
    status     text,
    due            date,
    meeting_booked date,
    meeting_held   date,
    submitted      date,
    signed_off     date,
    quality    text,
    quality_assured date,
    young_person_attended       boolean,
    social_worker_attended      boolean,
    carer_attended              boolean,
    designated_teacher_attended boolean,
    views_recorded              boolean,
    pupil_premium_requested numeric,
    pupil_premium_agreed    numeric,
    pupil_premium_spent     numeric,
    urn        text,
    year_group text,
    dataset smallint not null,
    assertion_id bigint not null,
    primary key (person_key, academic_year, term, pep_type)
);
comment on table star.fact_pep is 'Personal education plans, begun, held and signed off. grain: child, academic year, term, type of PEP (initial, review …)';
comment on column star.fact_pep.academic_year is '1 September to 31 August, as 2026-27';
comment on column star.fact_pep.term is 'autumn, spring or summer, as in star.school_term, code list school_term';
comment on column star.fact_pep.pep_type is 'initial, review, transition or post-16, code list pep_type';
comment on column star.fact_pep.status is 'how far it has come, code list pep_status; CO is complete';
comment on column star.fact_pep.due is 'day it is due, as the sender reckons it';
comment on column star.fact_pep.meeting_booked is 'day for which the meeting is or was booked; null: not scheduled';
comment on column star.fact_pep.meeting_held is 'day the meeting was held; indicators count by this day';
comment on column star.fact_pep.submitted is 'day it was submitted to the virtual school';
comment on column star.fact_pep.signed_off is 'day the virtual school signed it off';
comment on column star.fact_pep.quality is 'quality assured as R, A, G or 1 to 4, code list pep_quality';
comment on column star.fact_pep.quality_assured is 'day its quality was assured';
comment on column star.fact_pep.young_person_attended is 'the child or young person took part in the meeting';
comment on column star.fact_pep.social_worker_attended is 'the social worker took part in the meeting';
comment on column star.fact_pep.carer_attended is 'the carer took part in the meeting';
comment on column star.fact_pep.designated_teacher_attended is 'the designated teacher took part in the meeting';
comment on column star.fact_pep.views_recorded is 'the child''s views are recorded in it';
comment on column star.fact_pep.pupil_premium_requested is 'pupil premium plus asked for, in pounds';
comment on column star.fact_pep.pupil_premium_agreed is 'pupil premium plus released by the virtual school, in pounds';
comment on column star.fact_pep.pupil_premium_spent is 'pupil premium plus spent, in pounds';
comment on column star.fact_pep.urn is 'URN of the school that held it (star.dim_school)';
comment on column star.fact_pep.year_group is 'national curriculum year in which the child is taught, code list year_group';

create table star.fact_school_place (
    person_key bigint not null,
    authority  smallint not null,
    started    date not null,
    enrolment  text not null,
    ended      date,
    urn        text,
    phase      text,
    provision_type text,
    year_group text,
    on_roll    boolean,
    timetable_hours  numeric,
    part_time        boolean,
    part_time_started  date,
    part_time_reviewed date,
    leaving_reason text,
    dataset smallint not null,
    assertion_id bigint not null,
    primary key (person_key, started, enrolment)
);
comment on table star.fact_school_place is 'School places, and times without one. grain: child, start, kind of enrolment';
comment on column star.fact_school_place.started is 'first day on roll, or without a place';
comment on column star.fact_school_place.enrolment is 'single, main or subsidiary registration …, code list enrolment_status';
comment on column star.fact_school_place.ended is 'last day; null while it lasts';
comment on column star.fact_school_place.urn is 'URN of the school (star.dim_school); null without a school';
comment on column star.fact_school_place.phase is 'phase of education, code list school_phase';
comment on column star.fact_school_place.provision_type is 'mainstream, special, alternative provision, tuition only, none …, code list provision_type';
comment on column star.fact_school_place.year_group is 'national curriculum year in which the child is taught, code list year_group';
comment on column star.fact_school_place.on_roll is 'the child is on the school''s roll';
comment on column star.fact_school_place.timetable_hours is 'hours a week of the timetable';
comment on column star.fact_school_place.part_time is 'on a part-time timetable';
comment on column star.fact_school_place.part_time_started is 'first day of the part-time timetable';
comment on column star.fact_school_place.part_time_reviewed is 'day the part-time timetable was or is to be reviewed';
comment on column star.fact_school_place.leaving_reason is 'why the place ended, code list school_leaving_reason';

create table star.fact_attendance (
    person_key bigint not null,
    authority  smallint not null,
    day        date not null,
    am         text,
    pm         text,
    possible     smallint not null,
    present      smallint not null,
    authorised   smallint not null,
    unauthorised smallint not null,
    minutes_late smallint,
    urn        text,
    dataset smallint not null,
    assertion_id bigint not null,
    primary key (person_key, day)
);
comment on table star.fact_attendance is 'Attendance at school, two sessions a day. possible = present + authorised + unauthorised. grain: child, day';
comment on column star.fact_attendance.day is 'school day';
comment on column star.fact_attendance.am is 'register code of the morning session, code list attendance_code';
comment on column star.fact_attendance.pm is 'register code of the afternoon session, code list attendance_code';
comment on column star.fact_attendance.possible is 'sessions of the day that count, 0 to 2: codes not counted and codes nobody knows are left out';
comment on column star.fact_attendance.present is 'sessions attended, or spent at an approved educational activity elsewhere';
comment on column star.fact_attendance.authorised is 'sessions missed with authorisation';
comment on column star.fact_attendance.unauthorised is 'sessions missed without authorisation';
comment on column star.fact_attendance.minutes_late is 'minutes late on the day';
comment on column star.fact_attendance.urn is 'URN of the school that kept the register (star.dim_school)';

create table star.fact_exclusion (
    person_key bigint not null,
    authority  smallint not null,
    started    date not null,
    category   text not null,
    ended      date,
    sessions   numeric,
    reason     text,
    reason_2   text,
    reason_3   text,
    urn        text,
    sen_provision text,
    governors_reviewed date,
    outcome    text,
    day_6_provision boolean,
    dataset smallint not null,
    assertion_id bigint not null,
    primary key (person_key, started, category)
);
comment on table star.fact_exclusion is 'Suspensions and permanent exclusions. grain: child, start, category';
comment on column star.fact_exclusion.started is 'first day';
comment on column star.fact_exclusion.category is 'SUSP suspension, PERM permanent exclusion, LNCH lunchtime, code list exclusion_category';
comment on column star.fact_exclusion.ended is 'last day of a suspension; null for a permanent exclusion';
comment on column star.fact_exclusion.sessions is 'sessions (half days) lost';
comment on column star.fact_exclusion.reason is 'main reason, code list exclusion_reason';
comment on column star.fact_exclusion.reason_2 is 'second reason, code list exclusion_reason';
comment on column star.fact_exclusion.reason_3 is 'third reason, code list exclusion_reason';
comment on column star.fact_exclusion.urn is 'URN of the school (star.dim_school)';
comment on column star.fact_exclusion.sen_provision is 'special educational needs at the time, code list sen_provision';
comment on column star.fact_exclusion.governors_reviewed is 'day the governors considered it';
comment on column star.fact_exclusion.outcome is 'upheld, withdrawn, reinstated …, code list exclusion_outcome';
comment on column star.fact_exclusion.day_6_provision is 'education was arranged from the sixth day';

create table star.fact_attainment (
    person_key bigint not null,
    authority  smallint not null,
    stage      text not null,
    academic_year text not null,
    urn        text,
    good_level_of_development boolean,
    phonics_mark     integer,
    phonics_expected boolean,
    reading    text,
    writing    text,
    maths      text,
    science    text,
    reading_score integer,
    maths_score   integer,
    gps_score     integer,
    reading_expected boolean,
    writing_expected boolean,
    maths_expected   boolean,
    all_expected     boolean,
    english_grade text,
    maths_grade   text,
    english_maths_4 boolean,
    english_maths_5 boolean,
    ebacc_entered   boolean,
    ebacc_points    numeric,
    attainment_8    numeric,
    progress_8      numeric,
    no_progress_8   text,
    dataset smallint not null,
    assertion_id bigint not null,
    primary key (person_key, stage, academic_year)
);
comment on table star.fact_attainment is 'Results of national assessments. grain: child, stage, academic year of the results';
comment on column star.fact_attainment.stage is 'EYFSP, PHON, KS1, KS2, KS4, code list attainment_stage';
comment on column star.fact_attainment.academic_year is 'academic year in which the stage ended, as 2025-26';
comment on column star.fact_attainment.urn is 'URN of the school (star.dim_school)';
comment on column star.fact_attainment.good_level_of_development is 'early years: a good level of development';
comment on column star.fact_attainment.phonics_mark is 'phonics screening check, 0 to 40';
comment on column star.fact_attainment.phonics_expected is 'phonics screening check: expected standard met';
comment on column star.fact_attainment.reading is 'key stages 1 and 2: outcome in reading, code list attainment_outcome';
comment on column star.fact_attainment.writing is 'key stages 1 and 2: outcome in writing, code list attainment_outcome';
comment on column star.fact_attainment.maths is 'key stages 1 and 2: outcome in mathematics, code list attainment_outcome';
comment on column star.fact_attainment.science is 'key stages 1 and 2: outcome in science, code list attainment_outcome';
comment on column star.fact_attainment.reading_score is 'key stage 2: scaled score in reading, 80 to 120';
comment on column star.fact_attainment.maths_score is 'key stage 2: scaled score in mathematics, 80 to 120';
comment on column star.fact_attainment.gps_score is 'key stage 2: scaled score in grammar, punctuation and spelling, 80 to 120';
comment on column star.fact_attainment.reading_expected is 'expected standard in reading: outcome EXS, GDS or AS, or a scaled score of 100 or more';
comment on column star.fact_attainment.writing_expected is 'expected standard in writing';
comment on column star.fact_attainment.maths_expected is 'expected standard in mathematics';
comment on column star.fact_attainment.all_expected is 'expected standard in reading, writing and mathematics, all three';
comment on column star.fact_attainment.english_grade is 'key stage 4: better grade of English language and literature, 9 to 1, U or X';
comment on column star.fact_attainment.maths_grade is 'key stage 4: grade in mathematics, 9 to 1, U or X';
comment on column star.fact_attainment.english_maths_4 is 'key stage 4: grade 4 or above in English and in mathematics';
comment on column star.fact_attainment.english_maths_5 is 'key stage 4: grade 5 or above in English and in mathematics';
comment on column star.fact_attainment.ebacc_entered is 'key stage 4: entered for the English Baccalaureate';
comment on column star.fact_attainment.ebacc_points is 'key stage 4: English Baccalaureate average point score';
comment on column star.fact_attainment.attainment_8 is 'key stage 4: Attainment 8, 0 to 90';
comment on column star.fact_attainment.progress_8 is 'key stage 4: Progress 8; null where there is none';
comment on column star.fact_attainment.no_progress_8 is 'why there is no Progress 8, code list no_progress_8: no key stage 2 baseline is not the same as not recorded';

create table star.fact_sen (
    person_key bigint not null,
    authority  smallint not null,
    started    date not null,
    ended      date,
    provision  text,
    primary_need   text,
    secondary_need text,
    ehcp_issued     date,
    ehcp_reviewed   date,
    ehcp_review_due date,
    ehcp_authority  text,
    dataset smallint not null,
    assertion_id bigint not null,
    primary key (person_key, started)
);
comment on table star.fact_sen is 'Special educational needs and education, health and care plans. grain: child, start';
comment on column star.fact_sen.started is 'first day of this provision; for a plan, the day it was issued';
comment on column star.fact_sen.ended is 'last day; null while it lasts';
comment on column star.fact_sen.provision is 'N none, K SEN support, E education, health and care plan, code list sen_provision';
comment on column star.fact_sen.primary_need is 'main type of need, code list sen_need';
comment on column star.fact_sen.secondary_need is 'second type of need, code list sen_need';
comment on column star.fact_sen.ehcp_issued is 'day the education, health and care plan was issued';
comment on column star.fact_sen.ehcp_reviewed is 'day of its last annual review';
comment on column star.fact_sen.ehcp_review_due is 'day its next review is due';
comment on column star.fact_sen.ehcp_authority is 'authority that maintains the plan, as the source names it; often not the one that looks after the child';

create table star.fact_post16 (
    person_key bigint not null,
    authority  smallint not null,
    started    date not null,
    ended      date,
    activity   text,
    urn        text,
    level      text,
    offer_made boolean,
    neet_reason text,
    outcome    text,
    dataset smallint not null,
    assertion_id bigint not null,
    primary key (person_key, started)
);
comment on table star.fact_post16 is 'Education, employment and training after 16. grain: child, start';
comment on column star.fact_post16.started is 'first day of the activity';
comment on column star.fact_post16.ended is 'last day; null while it lasts';
comment on column star.fact_post16.activity is 'school sixth form, college, apprenticeship, not in education, employment or training …, code list post16_activity';
comment on column star.fact_post16.urn is 'URN of the school or college (star.dim_school)';
comment on column star.fact_post16.level is 'level of study, code list post16_level';
comment on column star.fact_post16.offer_made is 'an offer of a place was made under the September guarantee';
comment on column star.fact_post16.neet_reason is 'why the young person is in none, code list neet_reason';
comment on column star.fact_post16.outcome is 'how it ended, code list post16_outcome';

-- The columns that every fact carries.
do $$
declare
    name text;
begin
    foreach name in array array[
        'fact_pep', 'fact_school_place', 'fact_attendance', 'fact_exclusion', 'fact_attainment', 'fact_sen', 'fact_post16']
    loop
        execute format('comment on column star.%I.person_key is %L', name, 'the child (identity.person)');
        execute format('comment on column star.%I.authority is %L', name, 'DfE number of the authority whose record it is');
        execute format('comment on column star.%I.dataset is %L', name, 'the dataset of the assertion the row was taken from (ops.dataset)');
        execute format('comment on column star.%I.assertion_id is %L', name, 'number of that assertion in source.<dataset>');
    end loop;
end $$;
