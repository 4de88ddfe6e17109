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
    dataset      smallint not null,
    assertion_id bigint not null,
    primary key (person_key, decom)
);
comment on table star.fact_episode is 'Episodes of care: a stretch with one legal status and one placement. grain: child, DECOM';
comment on column star.fact_episode.decom is 'date episode commenced';
comment on column star.fact_episode.dec is 'date episode ceased; null while open';
comment on column star.fact_episode.period_start is 'start of the period of care the episode belongs to';
comment on column star.fact_episode.placement_start is 'start of the placement it belongs to; a temporary stay (T0 to T4) has its own, and the placement returned to goes on';
comment on column star.fact_episode.ls_start is 'since when the legal status has been the same within the period of care';

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
comment on column star.fact_placement.temporary is 'T0 to T4: the placement it interrupts goes on';

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

create table star.fact_review (
    person_key bigint not null, authority smallint not null,
    review date not null, review_code text,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, review)
);
comment on table star.fact_review is 'Statutory reviews, with the child''s participation. grain: child, date';

create table star.fact_missing (
    person_key bigint not null, authority smallint not null,
    missing text not null, mis_start date not null, mis_end date,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, mis_start, missing)
);
comment on table star.fact_missing is 'Times missing (M) or away without authorisation (A). grain: child, kind, start';

create table star.fact_previous_permanence (
    person_key bigint not null, authority smallint not null,
    collection_year text not null, prev_perm text, la_perm text, date_perm text,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, collection_year)
);
comment on table star.fact_previous_permanence is 'Permanence option a child had before. grain: child, collection year that asked';
comment on column star.fact_previous_permanence.date_perm is 'dd/mm/yyyy with zz for parts not known';

create table star.fact_placed_for_adoption (
    person_key bigint not null, authority smallint not null,
    date_placed date not null, date_placed_ceased date, reason_placed_ceased text,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, date_placed)
);
comment on table star.fact_placed_for_adoption is 'Decisions that a child should be placed for adoption, and their end. grain: child, decision date';

create table star.fact_adoption (
    person_key bigint not null, authority smallint not null,
    collection_year text not null,
    date_int date, date_match date, foster_care text, nb_adoptr text, sex_adoptr text, ls_adoptr text,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key)
);
comment on table star.fact_adoption is 'Adoption: decision, match and adopters. grain: child (an adopted child who comes back has a new identifier)';

create table star.fact_unaccompanied (
    person_key bigint not null, authority smallint not null,
    collection_year text not null, duc date,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key)
);
comment on table star.fact_unaccompanied is 'Unaccompanied asylum-seeking children. duc: date the status ceased. grain: child';

create table star.fact_mother (
    person_key bigint not null, authority smallint not null,
    mother text, mc_dob date,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key)
);
comment on table star.fact_mother is 'Looked-after children who are mothers, and the birth date of the first child. grain: child';

create table star.fact_outcomes (
    person_key bigint not null, authority smallint not null,
    collection_year text not null,
    sdq_score integer, sdq_reason text, convicted text, health_check text, immunisations text, teeth_check text,
    health_assessment text, substance_misuse text, intervention_received text, intervention_offered text,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, collection_year)
);
comment on table star.fact_outcomes is 'Yearly outcomes (OC2) of children looked after for twelve months at 31 March. grain: child, collection year';

create table star.fact_care_leaver (
    person_key bigint not null, authority smallint not null,
    collection_year text not null, in_touch text, activ text, accom text,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, collection_year)
);
comment on table star.fact_care_leaver is 'Care leavers'' contact, activity and accommodation around their birthday (OC3). grain: child, collection year';

create table star.fact_social_worker_episode (
    person_key bigint not null, authority smallint not null,
    sw_decom date not null, sw_dec date, sw_id text, sw_reason text,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, sw_decom)
);
comment on table star.fact_social_worker_episode is 'Social worker allocations. grain: child, start';

create table star.fact_deprivation_of_liberty (
    person_key bigint not null, authority smallint not null,
    dolo_start date not null, dolo_end date,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, dolo_start)
);
comment on table star.fact_deprivation_of_liberty is 'Deprivation of liberty orders. grain: child, start';
