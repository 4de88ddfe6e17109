-- title:   Facts of care, from the twelve SSDA903 modules
-- purpose: What is true of each child in care. Rows are derived, never edited: the mapping of each dataset is beside its contract
--          in etl/, what is derived from other facts in sql/star
-- rules:   every row carries the person, the authority and the assertion it was taken from (dataset, assertion_id)

create table star.fact_episode (
    person_key bigint not null,
    authority  smallint not null,
    decom      date not null,
    rne        text,
    ls         text,
    cin        text,
    place      text,
    place_provider text,
    dec        date,
    rec        text,
    reason_place_change text,
    home_post  text,
    pl_post    text,
    urn        text,
    period_start    date not null,
    placement_start date not null,
    ls_start        date not null,
    number_in_period    integer not null,
    number_in_placement integer not null,
    ends_period    boolean not null,
    ends_placement boolean not null,
    ends_ls        boolean not null,
    dataset      smallint not null,
    assertion_id bigint not null,
    primary key (person_key, decom)
);
comment on table star.fact_episode is 'Episodes of care: a stretch with one legal status and one placement. grain: child, DECOM';
comment on column star.fact_episode.decom is 'date episode commenced';
comment on column star.fact_episode.rne is 'reason for new episode (RNE), code list rne';
comment on column star.fact_episode.ls is 'legal status (LS), code list legal_status';
comment on column star.fact_episode.cin is 'category of need when the period of care began (CIN), code list category_of_need';
comment on column star.fact_episode.place is 'placement type (PLACE), code list placement_type';
comment on column star.fact_episode.place_provider is 'who provides the placement, code list place_provider';
comment on column star.fact_episode.dec is 'date episode ceased; null while open';
comment on column star.fact_episode.rec is 'reason episode ceased (REC), code list reason_episode_ceased; null while open';
comment on column star.fact_episode.reason_place_change is 'reason for the change of placement, on the episode that ends, code list reason_place_change';
comment on column star.fact_episode.home_post is 'postcode of the home before care';
comment on column star.fact_episode.pl_post is 'postcode of the placement';
comment on column star.fact_episode.urn is 'Ofsted unique reference number of the placement';
comment on column star.fact_episode.period_start is 'start of the period of care the episode belongs to';
comment on column star.fact_episode.placement_start is 'start of the placement it belongs to; a temporary stay (T0 to T4) has its own, and the placement returned to goes on';
comment on column star.fact_episode.ls_start is 'since when the legal status has been the same within the period of care';
comment on column star.fact_episode.number_in_period is 'the episode''s number in its period of care, from 1';
comment on column star.fact_episode.number_in_placement is 'the episode''s number in its placement, from 1';
comment on column star.fact_episode.ends_period is 'the last episode of its period of care, which may still be open';
comment on column star.fact_episode.ends_placement is 'the last episode of its placement, which may still be open';
comment on column star.fact_episode.ends_ls is 'the last episode with this legal status in the period of care, which may still be open';

create table star.fact_period_of_care (
    person_key bigint not null,
    authority  smallint not null,
    started    date not null,
    ended      date,
    rec        text,
    cin        text,
    episodes   integer not null,
    dataset      smallint not null,
    assertion_id bigint not null,
    primary key (person_key, started)
);
comment on table star.fact_period_of_care is 'Periods of care: episodes without a gap. grain: child, start. ended is null while the child is looked after';
comment on column star.fact_period_of_care.started is 'day the child began to be looked after: DECOM of the first episode';
comment on column star.fact_period_of_care.ended is 'day the child ceased to be looked after: DEC of the last episode; null while looked after';
comment on column star.fact_period_of_care.rec is 'reason the last episode ceased (REC), code list reason_episode_ceased';
comment on column star.fact_period_of_care.cin is 'category of need at its start (CIN), code list category_of_need';
comment on column star.fact_period_of_care.episodes is 'number of its episodes';

create table star.fact_placement (
    person_key bigint not null,
    authority  smallint not null,
    started    date not null,
    ended      date,
    period_start date not null,
    place      text,
    place_provider text,
    urn        text,
    pl_post    text,
    temporary  boolean not null,
    reason_place_change text,
    episodes   integer not null,
    dataset      smallint not null,
    assertion_id bigint not null,
    primary key (person_key, started)
);
comment on table star.fact_placement is 'Placements: a stay with one carer, however many episodes it spans. place, provider, URN and postcode are those of its newest episode. grain: child, start';
comment on column star.fact_placement.started is 'first day with the carer: DECOM of the first episode there';
comment on column star.fact_placement.ended is 'day the stay ended: DEC of the last episode there; null while open';
comment on column star.fact_placement.period_start is 'start of the period of care it belongs to';
comment on column star.fact_placement.place is 'placement type (PLACE), code list placement_type';
comment on column star.fact_placement.place_provider is 'who provides the placement, code list place_provider';
comment on column star.fact_placement.urn is 'Ofsted unique reference number of the placement';
comment on column star.fact_placement.pl_post is 'postcode of the placement';
comment on column star.fact_placement.temporary is 'T0 to T4: the placement it interrupts goes on';
comment on column star.fact_placement.reason_place_change is 'reason for the change of placement at its end, code list reason_place_change';
comment on column star.fact_placement.episodes is 'number of its episodes';

create table star.fact_legal_status (
    person_key bigint not null,
    authority  smallint not null,
    started    date not null,
    ended      date,
    ls         text,
    period_start date not null,
    dataset      smallint not null,
    assertion_id bigint not null,
    primary key (person_key, started)
);
comment on table star.fact_legal_status is 'Legal status: stretches of one status within a period of care. grain: child, start';
comment on column star.fact_legal_status.started is 'first day of the status';
comment on column star.fact_legal_status.ended is 'day the status ended; null while it holds';
comment on column star.fact_legal_status.ls is 'legal status (LS), code list legal_status';
comment on column star.fact_legal_status.period_start is 'start of the period of care it belongs to';

create table star.fact_review (
    person_key bigint not null, authority smallint not null,
    review date not null, review_code text,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, review)
);
comment on table star.fact_review is 'Statutory reviews, with the child''s participation. grain: child, date';
comment on column star.fact_review.review is 'date of the review';
comment on column star.fact_review.review_code is 'how the child took part (REVIEW_CODE), code list review_code';

create table star.fact_missing (
    person_key bigint not null, authority smallint not null,
    missing text not null, mis_start date not null, mis_end date,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, mis_start, missing)
);
comment on table star.fact_missing is 'Times missing (M) or away without authorisation (A). grain: child, kind, start';
comment on column star.fact_missing.missing is 'M missing or A away without authorisation, code list missing';
comment on column star.fact_missing.mis_start is 'date it began';
comment on column star.fact_missing.mis_end is 'date it ended; null while it lasts';

create table star.fact_previous_permanence (
    person_key bigint not null, authority smallint not null,
    collection_year text not null, prev_perm text, la_perm text, date_perm text,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, collection_year)
);
comment on table star.fact_previous_permanence is 'Permanence option a child had before. grain: child, collection year that asked';
comment on column star.fact_previous_permanence.collection_year is 'DfE collection year of the return that said so, as 2026-27';
comment on column star.fact_previous_permanence.prev_perm is 'kind of earlier permanence (PREV_PERM), code list prev_perm';
comment on column star.fact_previous_permanence.la_perm is 'authority that arranged it: its DfE number, or code list la_perm';
comment on column star.fact_previous_permanence.date_perm is 'date of the earlier order: dd/mm/yyyy with zz for parts not known';

create table star.fact_placed_for_adoption (
    person_key bigint not null, authority smallint not null,
    date_placed date not null, date_placed_ceased date, reason_placed_ceased text,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, date_placed)
);
comment on table star.fact_placed_for_adoption is 'Decisions that a child should be placed for adoption, and their end. grain: child, decision date';
comment on column star.fact_placed_for_adoption.date_placed is 'date of the decision that the child should be placed for adoption; not the day of moving in';
comment on column star.fact_placed_for_adoption.date_placed_ceased is 'date the decision was reversed; null while it stands';
comment on column star.fact_placed_for_adoption.reason_placed_ceased is 'why the decision was reversed, code list reason_placed_ceased';

create table star.fact_adoption (
    person_key bigint not null, authority smallint not null,
    collection_year text not null,
    date_int date, date_match date, foster_care text, nb_adoptr text, sex_adoptr text, ls_adoptr text,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key)
);
comment on table star.fact_adoption is 'Adoption: decision, match and adopters. grain: child (an adopted child who comes back has a new identifier)';
comment on column star.fact_adoption.collection_year is 'DfE collection year of the return that said so, as 2026-27';
comment on column star.fact_adoption.date_int is 'date of the decision that adoption is in the child''s best interests';
comment on column star.fact_adoption.date_match is 'date the child was matched with the adopters';
comment on column star.fact_adoption.foster_care is 'adopted by the current or a former foster carer: 1 yes, 0 no, code list yes_no';
comment on column star.fact_adoption.nb_adoptr is 'number of adopters, 1 or 2, code list nb_adoptr';
comment on column star.fact_adoption.sex_adoptr is 'sex of the adopters, code list sex_adoptr';
comment on column star.fact_adoption.ls_adoptr is 'legal status of the adopters, code list ls_adoptr';

create table star.fact_unaccompanied (
    person_key bigint not null, authority smallint not null,
    collection_year text not null, duc date,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key)
);
comment on table star.fact_unaccompanied is 'Unaccompanied asylum-seeking children. duc: date the status ceased. grain: child';
comment on column star.fact_unaccompanied.collection_year is 'DfE collection year of the return that said so, as 2026-27';
comment on column star.fact_unaccompanied.duc is 'date the unaccompanied status ceased; null while it lasts';

create table star.fact_mother (
    person_key bigint not null, authority smallint not null,
    mother text, mc_dob date,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key)
);
comment on table star.fact_mother is 'Looked-after children who are mothers, and the birth date of the first child. grain: child';
comment on column star.fact_mother.mother is 'whether she is a mother (MOTHER), code list mother';
comment on column star.fact_mother.mc_dob is 'date of birth of her first child';

create table star.fact_outcomes (
    person_key bigint not null, authority smallint not null,
    collection_year text not null,
    sdq_score integer, sdq_reason text, convicted text, health_check text, immunisations text, teeth_check text,
    health_assessment text, substance_misuse text, intervention_received text, intervention_offered text,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, collection_year)
);
comment on table star.fact_outcomes is 'Yearly outcomes (OC2) of children looked after for twelve months at 31 March. grain: child, collection year';
comment on column star.fact_outcomes.collection_year is 'DfE collection year of the return, as 2026-27';
comment on column star.fact_outcomes.sdq_score is 'strengths and difficulties score, 0 to 40; null where there is none';
comment on column star.fact_outcomes.sdq_reason is 'why there is no score, code list sdq_reason';
comment on column star.fact_outcomes.convicted is 'convicted or cautioned in the year, aged 10 and over: 1 yes, 0 no, code list yes_no';
comment on column star.fact_outcomes.health_check is 'health surveillance up to date, under 5: 1 yes, 0 no, code list yes_no';
comment on column star.fact_outcomes.immunisations is 'immunisations up to date: 1 yes, 0 no, code list yes_no';
comment on column star.fact_outcomes.teeth_check is 'teeth checked by a dentist in the year: 1 yes, 0 no, code list yes_no';
comment on column star.fact_outcomes.health_assessment is 'health assessment in the year: 1 yes, 0 no, code list yes_no';
comment on column star.fact_outcomes.substance_misuse is 'substance misuse problem identified in the year: 1 yes, 0 no, code list yes_no';
comment on column star.fact_outcomes.intervention_received is 'help for the substance misuse was received: 1 yes, 0 no, code list yes_no';
comment on column star.fact_outcomes.intervention_offered is 'help was offered and not taken up: 1 yes, 0 no, code list yes_no';

create table star.fact_care_leaver (
    person_key bigint not null, authority smallint not null,
    collection_year text not null, in_touch text, activ text, accom text,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, collection_year)
);
comment on table star.fact_care_leaver is 'Care leavers'' contact, activity and accommodation around their birthday (OC3). grain: child, collection year';
comment on column star.fact_care_leaver.collection_year is 'DfE collection year of the return, as 2026-27';
comment on column star.fact_care_leaver.in_touch is 'whether the authority is in touch, code list in_touch';
comment on column star.fact_care_leaver.activ is 'main activity, code list activ';
comment on column star.fact_care_leaver.accom is 'accommodation and whether it is suitable, code list accom';

create table star.fact_social_worker_episode (
    person_key bigint not null, authority smallint not null,
    sw_decom date not null, sw_dec date, sw_id text, sw_reason text,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, sw_decom)
);
comment on table star.fact_social_worker_episode is 'Social worker allocations. grain: child, start';
comment on column star.fact_social_worker_episode.sw_decom is 'date the allocation began';
comment on column star.fact_social_worker_episode.sw_dec is 'date the allocation ended; null while it lasts';
comment on column star.fact_social_worker_episode.sw_id is 'Social Work England number of the worker (star.dim_worker)';
comment on column star.fact_social_worker_episode.sw_reason is 'why the worker was allocated or changed, code list sw_reason';

create table star.fact_deprivation_of_liberty (
    person_key bigint not null, authority smallint not null,
    dolo_start date not null, dolo_end date,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, dolo_start)
);
comment on table star.fact_deprivation_of_liberty is 'Deprivation of liberty orders. grain: child, start';
comment on column star.fact_deprivation_of_liberty.dolo_start is 'date the order began';
comment on column star.fact_deprivation_of_liberty.dolo_end is 'date the order ended; null while in force';

-- The columns that every fact, and the child, carries.
do $$
declare
    name text;
begin
    foreach name in array array[
        'dim_child', 'fact_episode', 'fact_period_of_care', 'fact_placement', 'fact_legal_status', 'fact_review', 'fact_missing',
        'fact_previous_permanence', 'fact_placed_for_adoption', 'fact_adoption', 'fact_unaccompanied', 'fact_mother', 'fact_outcomes',
        'fact_care_leaver', 'fact_social_worker_episode', 'fact_deprivation_of_liberty']
    loop
        execute format('comment on column star.%I.person_key is %L', name, 'the child (identity.person)');
        execute format('comment on column star.%I.authority is %L', name, 'DfE number of the authority whose record it is');
        execute format('comment on column star.%I.dataset is %L', name, 'the dataset of the assertion the row was taken from (ops.dataset)');
        execute format('comment on column star.%I.assertion_id is %L', name, 'number of that assertion in source.<dataset>');
    end loop;
end $$;
