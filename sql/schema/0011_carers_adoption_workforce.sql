-- title:   Carers, homes, adoption and the workforce
-- purpose: Who cares for the children and who works with them: foster households and their approvals, checks and places, the way to
--          approval, the authority's own children's homes, what placements cost, adoption and special guardianship, teams and workers
-- rules:   a fact about a household, a home, a team or a worker carries the authority and its own key and no person_key; such a table
--          is derived as a whole. A check that is due is a row with its due day, so that what was overdue can be told for any day

-- Foster households.

create table star.dim_foster_household (
    authority          smallint not null,
    household          text not null,
    postcode           text,
    supervising_worker text,
    first_approved     date,
    left_on            date,
    left_reason        text,
    dataset            smallint not null,
    assertion_id       bigint not null,
    primary key (authority, household)
);
comment on table star.dim_foster_household is 'Foster households of the fostering service. grain: one row per authority and household';
comment on column star.dim_foster_household.household is 'the service''s number of the household';
comment on column star.dim_foster_household.postcode is 'where the household lives';
comment on column star.dim_foster_household.supervising_worker is 'worker who supervises the household: Social Work England number or staff number (star.fact_worker_post)';
comment on column star.dim_foster_household.first_approved is 'day the household was first approved; null while it is not';
comment on column star.dim_foster_household.left_on is 'day its approval ended for good; null while approved';
comment on column star.dim_foster_household.left_reason is 'why it ended, code list foster_leaving_reason';

create table star.dim_foster_carer (
    authority    smallint not null,
    carer        text not null,
    household    text,
    forename     text,
    surname      text,
    dob          date,
    sex          text,
    ethnic       text,
    dataset      smallint not null,
    assertion_id bigint not null,
    primary key (authority, carer)
);
comment on table star.dim_foster_carer is 'Foster carers. Two rows with the same names and date of birth may be one carer recorded twice. grain: one row per authority and carer';
comment on column star.dim_foster_carer.carer is 'the service''s number of the carer';
comment on column star.dim_foster_carer.household is 'the household the carer belongs to (star.dim_foster_household)';
comment on column star.dim_foster_carer.forename is 'forename';
comment on column star.dim_foster_carer.surname is 'surname';
comment on column star.dim_foster_carer.dob is 'date of birth';
comment on column star.dim_foster_carer.sex is 'M, F or U, code list sex';
comment on column star.dim_foster_carer.ethnic is 'ethnic group, code list ethnic';

create table star.fact_foster_approval (
    authority     smallint not null,
    household     text not null,
    approved_from date not null,
    approved_to   date,
    carer_type    text,
    places        integer,
    age_from      integer,
    age_to        integer,
    terms         text,
    panel         date,
    end_reason    text,
    dataset       smallint not null,
    assertion_id  bigint not null,
    primary key (authority, household, approved_from)
);
comment on table star.fact_foster_approval is 'Approvals of foster households and their terms (Fostering Services (England) Regulations 2011). grain: authority, household, first day of the terms';
comment on column star.fact_foster_approval.household is 'the household approved (star.dim_foster_household)';
comment on column star.fact_foster_approval.approved_from is 'first day of these terms: the decision maker''s decision';
comment on column star.fact_foster_approval.approved_to is 'last day of these terms; null while they stand';
comment on column star.fact_foster_approval.carer_type is 'what the household is approved as, code list foster_carer_type';
comment on column star.fact_foster_approval.places is 'children it may care for at a time';
comment on column star.fact_foster_approval.age_from is 'youngest age approved for, in years';
comment on column star.fact_foster_approval.age_to is 'oldest age approved for, in years';
comment on column star.fact_foster_approval.terms is 'terms of the approval in the panel''s words';
comment on column star.fact_foster_approval.panel is 'day the fostering panel recommended it; null where approved without one, as a connected person for a time';
comment on column star.fact_foster_approval.end_reason is 'why these terms ended, code list foster_leaving_reason; null where other terms followed';

create table star.fact_carer_check (
    authority    smallint not null,
    household    text not null,
    carer        text not null,
    kind         text not null,
    due          date not null,
    done         date,
    outcome      text,
    dataset      smallint not null,
    assertion_id bigint not null,
    primary key (authority, household, carer, kind, due)
);
comment on table star.fact_carer_check is 'Checks of foster carers: disclosure and barring, medical, annual review, unannounced visit, training. Overdue on a day: due before it and not done by it. grain: authority, household, carer, kind, due day';
comment on column star.fact_carer_check.household is 'the household (star.dim_foster_household)';
comment on column star.fact_carer_check.carer is 'the carer checked; empty where the check is of the household';
comment on column star.fact_carer_check.kind is 'what is checked, code list carer_check';
comment on column star.fact_carer_check.due is 'day by which it is to be done';
comment on column star.fact_carer_check.done is 'day it was done; null while it is outstanding';
comment on column star.fact_carer_check.outcome is 'what came of it, in the service''s words';

create table star.fact_foster_capacity (
    authority    smallint not null,
    household    text not null,
    counted_on   date not null,
    approved     integer,
    filled       integer,
    vacant       integer,
    on_hold      integer,
    hold_reason  text,
    dataset      smallint not null,
    assertion_id bigint not null,
    primary key (authority, household, counted_on)
);
comment on table star.fact_foster_capacity is 'Places of foster households on a date. approved = filled + vacant + on hold, where the service counts right. grain: authority, household, date';
comment on column star.fact_foster_capacity.household is 'the household (star.dim_foster_household)';
comment on column star.fact_foster_capacity.counted_on is 'day whose position it is, at its end';
comment on column star.fact_foster_capacity.approved is 'places approved';
comment on column star.fact_foster_capacity.filled is 'places with a child';
comment on column star.fact_foster_capacity.vacant is 'places that a child could have';
comment on column star.fact_foster_capacity.on_hold is 'places that cannot be used for now';
comment on column star.fact_foster_capacity.hold_reason is 'why places are on hold, code list place_hold_reason; null where none is';

create table star.fact_fostering_enquiry (
    authority       smallint not null,
    enquiry         text not null,
    enquired        date not null,
    source          text,
    carer_type      text,
    visited         date,
    applied         date,
    stage_1_started date,
    stage_1_ended   date,
    stage_2_started date,
    stage_2_ended   date,
    panel           date,
    decided         date,
    outcome         text,
    ended           date,
    end_reason      text,
    household       text,
    dataset         smallint not null,
    assertion_id    bigint not null,
    primary key (authority, enquiry)
);
comment on table star.fact_fostering_enquiry is 'The way to approval: from the enquiry to the decision. A day is null while the step has not been reached. grain: authority, enquiry';
comment on column star.fact_fostering_enquiry.enquiry is 'the service''s number of the enquiry';
comment on column star.fact_fostering_enquiry.enquired is 'day the enquiry was received';
comment on column star.fact_fostering_enquiry.source is 'how they heard of fostering, code list enquiry_source';
comment on column star.fact_fostering_enquiry.carer_type is 'what they ask to be approved as, code list foster_carer_type';
comment on column star.fact_fostering_enquiry.visited is 'day of the initial visit';
comment on column star.fact_fostering_enquiry.applied is 'day of the application';
comment on column star.fact_fostering_enquiry.stage_1_started is 'day stage 1 of the assessment began';
comment on column star.fact_fostering_enquiry.stage_1_ended is 'day stage 1 ended';
comment on column star.fact_fostering_enquiry.stage_2_started is 'day stage 2 of the assessment began';
comment on column star.fact_fostering_enquiry.stage_2_ended is 'day stage 2 ended';
comment on column star.fact_fostering_enquiry.panel is 'day of the fostering panel';
comment on column star.fact_fostering_enquiry.decided is 'day of the decision maker''s decision';
comment on column star.fact_fostering_enquiry.outcome is 'how it ended, code list enquiry_outcome; null while in process';
comment on column star.fact_fostering_enquiry.ended is 'day it ended without an approval; null otherwise';
comment on column star.fact_fostering_enquiry.end_reason is 'why it ended without an approval, code list enquiry_end_reason';
comment on column star.fact_fostering_enquiry.household is 'the household once approved (star.dim_foster_household)';

-- Own children's homes, and what placements cost.

create table star.dim_childrens_home (
    authority    smallint not null,
    urn          text not null,
    name         text,
    kind         text,
    places       integer,
    postcode     text,
    opened       date,
    closed       date,
    dataset      smallint not null,
    assertion_id bigint not null,
    primary key (authority, urn)
);
comment on table star.dim_childrens_home is 'The authority''s own children''s homes. grain: one row per authority and URN';
comment on column star.dim_childrens_home.urn is 'Ofsted''s unique reference number';
comment on column star.dim_childrens_home.name is 'name of the home';
comment on column star.dim_childrens_home.kind is 'what it is for, code list home_kind';
comment on column star.dim_childrens_home.places is 'places it is registered for';
comment on column star.dim_childrens_home.postcode is 'postcode of the home';
comment on column star.dim_childrens_home.opened is 'first day of its registration';
comment on column star.dim_childrens_home.closed is 'last day; null while open';

create table star.fact_provider_inspection (
    authority    smallint not null,
    urn          text not null,
    inspected    date not null,
    kind         text,
    overall      text,
    protection   text,
    leadership   text,
    published    date,
    dataset      smallint not null,
    assertion_id bigint not null,
    primary key (urn, inspected)
);
comment on table star.fact_provider_inspection is 'Inspections by Ofsted, of own homes as the service records them and of every provider as Ofsted publishes them. grain: URN, day. authority is 0 where Ofsted says it';
comment on column star.fact_provider_inspection.urn is 'Ofsted''s unique reference number';
comment on column star.fact_provider_inspection.inspected is 'first day of the inspection';
comment on column star.fact_provider_inspection.kind is 'what inspection it was, code list inspection_kind';
comment on column star.fact_provider_inspection.overall is 'overall experiences and progress of children and young people, code list inspection_grade';
comment on column star.fact_provider_inspection.protection is 'how well children and young people are helped and protected, code list inspection_grade';
comment on column star.fact_provider_inspection.leadership is 'effectiveness of leaders and managers, code list inspection_grade';
comment on column star.fact_provider_inspection.published is 'day the report was published';

create table star.fact_regulation_44_visit (
    authority          smallint not null,
    urn                text not null,
    month              date not null,
    visited            date,
    visitor            text,
    announced          boolean,
    children_spoken_to integer,
    safeguarded        boolean,
    wellbeing_promoted boolean,
    actions            integer,
    report_sent        date,
    dataset            smallint not null,
    assertion_id       bigint not null,
    primary key (authority, urn, month)
);
comment on table star.fact_regulation_44_visit is 'Monthly visits to own homes by an independent person (Children''s Homes (England) Regulations 2015, regulation 44). grain: authority, URN, month';
comment on column star.fact_regulation_44_visit.urn is 'the home (star.dim_childrens_home)';
comment on column star.fact_regulation_44_visit.month is 'first day of the month the visit is for';
comment on column star.fact_regulation_44_visit.visited is 'day of the visit; null where none was made';
comment on column star.fact_regulation_44_visit.visitor is 'the independent person';
comment on column star.fact_regulation_44_visit.announced is 'whether the home knew of it before';
comment on column star.fact_regulation_44_visit.children_spoken_to is 'children the visitor spoke with in private';
comment on column star.fact_regulation_44_visit.safeguarded is 'the visitor''s opinion: children are effectively safeguarded';
comment on column star.fact_regulation_44_visit.wellbeing_promoted is 'the visitor''s opinion: the home''s conduct promotes their wellbeing';
comment on column star.fact_regulation_44_visit.actions is 'actions recommended';
comment on column star.fact_regulation_44_visit.report_sent is 'day the report was sent to Ofsted';

create table star.fact_placement_cost (
    person_key   bigint not null,
    authority    smallint not null,
    cost_from    date not null,
    element      text not null,
    cost_to      date,
    placement_id text,
    urn          text,
    provider     text,
    sourced      text,
    registration text,
    weekly_cost  numeric,
    social_care  numeric,
    education    numeric,
    health       numeric,
    dataset      smallint not null,
    assertion_id bigint not null,
    primary key (person_key, cost_from, element)
);
comment on table star.fact_placement_cost is 'What placements cost by the week, from commissioning and finance. grain: child, first day of the price, element';
comment on column star.fact_placement_cost.cost_from is 'first day of the price';
comment on column star.fact_placement_cost.element is 'what is paid for, code list cost_element';
comment on column star.fact_placement_cost.cost_to is 'last day of the price; null while it holds';
comment on column star.fact_placement_cost.placement_id is 'the placement in the case system';
comment on column star.fact_placement_cost.urn is 'Ofsted''s unique reference number of the provider';
comment on column star.fact_placement_cost.provider is 'name of the provider';
comment on column star.fact_placement_cost.sourced is 'how the placement was found: framework, spot or block, code list placement_sourcing';
comment on column star.fact_placement_cost.registration is 'with whom the setting is registered, code list setting_registration; UNREGISTERED where it should be and is not';
comment on column star.fact_placement_cost.weekly_cost is 'pounds a week, from all who pay';
comment on column star.fact_placement_cost.social_care is 'of it social care''s share, pounds a week';
comment on column star.fact_placement_cost.education is 'of it education''s share, pounds a week';
comment on column star.fact_placement_cost.health is 'of it health''s share, pounds a week';

-- Adoption and special guardianship.

create table star.fact_adopter (
    authority              smallint not null,
    adopter                text not null,
    household              text,
    sex                    text,
    ethnic                 text,
    disability             text,
    fostering_for_adoption boolean,
    enquired               date,
    stage_1_started        date,
    stage_1_ended          date,
    stage_2_started        date,
    stage_2_ended          date,
    applied                date,
    approved               date,
    matched                date,
    placed                 date,
    children_placed        integer,
    adoption_order         date,
    left_on                date,
    left_reason            text,
    dataset                smallint not null,
    assertion_id           bigint not null,
    primary key (authority, adopter)
);
comment on table star.fact_adopter is 'Prospective and approved adopters and their way through the process (Annex A list 11). grain: authority, adopter';
comment on column star.fact_adopter.adopter is 'the agency''s number of the adopter';
comment on column star.fact_adopter.household is 'the adoptive family';
comment on column star.fact_adopter.sex is 'M, F or U, code list sex';
comment on column star.fact_adopter.ethnic is 'ethnic group, code list ethnic';
comment on column star.fact_adopter.disability is 'whether the adopter has a disability, code list yes_no_unknown';
comment on column star.fact_adopter.fostering_for_adoption is 'also approved as a foster carer, so that a child can move in before the placement order';
comment on column star.fact_adopter.enquired is 'day the enquiry was received';
comment on column star.fact_adopter.stage_1_started is 'day stage 1 began';
comment on column star.fact_adopter.stage_1_ended is 'day stage 1 ended';
comment on column star.fact_adopter.stage_2_started is 'day stage 2 began';
comment on column star.fact_adopter.stage_2_ended is 'day stage 2 ended';
comment on column star.fact_adopter.applied is 'day of the application';
comment on column star.fact_adopter.approved is 'day of approval';
comment on column star.fact_adopter.matched is 'day matched with a child';
comment on column star.fact_adopter.placed is 'day a child moved in';
comment on column star.fact_adopter.children_placed is 'children who moved in';
comment on column star.fact_adopter.adoption_order is 'day of the adoption order';
comment on column star.fact_adopter.left_on is 'day of leaving the process; null while in it, or after an order';
comment on column star.fact_adopter.left_reason is 'why, code list adopter_exit';

create table star.fact_adopter_household (
    authority              smallint not null,
    household              text not null,
    adopters               integer not null,
    fostering_for_adoption boolean,
    enquired               date,
    stage_1_started        date,
    stage_1_ended          date,
    stage_2_started        date,
    stage_2_ended          date,
    applied                date,
    approved               date,
    matched                date,
    placed                 date,
    children_placed        integer,
    adoption_order         date,
    left_on                date,
    left_reason            text,
    dataset                smallint not null,
    assertion_id           bigint not null,
    primary key (authority, household)
);
comment on table star.fact_adopter_household is 'Adoptive families: the adopters of one household together, each step on the day the last of them reached it. grain: authority, household';
comment on column star.fact_adopter_household.household is 'the adoptive family';
comment on column star.fact_adopter_household.adopters is 'number of adopters';
comment on column star.fact_adopter_household.fostering_for_adoption is 'also approved as foster carers';
comment on column star.fact_adopter_household.enquired is 'day the first of them enquired';
comment on column star.fact_adopter_household.stage_1_started is 'day stage 1 began';
comment on column star.fact_adopter_household.stage_1_ended is 'day stage 1 ended';
comment on column star.fact_adopter_household.stage_2_started is 'day stage 2 began';
comment on column star.fact_adopter_household.stage_2_ended is 'day stage 2 ended';
comment on column star.fact_adopter_household.applied is 'day of the application';
comment on column star.fact_adopter_household.approved is 'day of approval';
comment on column star.fact_adopter_household.matched is 'day matched with a child';
comment on column star.fact_adopter_household.placed is 'day a child moved in';
comment on column star.fact_adopter_household.children_placed is 'children who moved in';
comment on column star.fact_adopter_household.adoption_order is 'day of the adoption order';
comment on column star.fact_adopter_household.left_on is 'day of leaving the process; null while in it';
comment on column star.fact_adopter_household.left_reason is 'why, code list adopter_exit';

create table star.fact_adoption_process (
    person_key            bigint not null,
    authority             smallint not null,
    decision              date not null,
    entered_care          date,
    placement_order       date,
    matched               date,
    moved_in              date,
    fostered_for_adoption date,
    with_carer_since      date,
    adoption_order        date,
    reversed              date,
    reversed_reason       text,
    adopter_household     text,
    agency_urn            text,
    dataset               smallint not null,
    assertion_id          bigint not null,
    primary key (person_key, decision)
);
comment on table star.fact_adoption_process is 'A child''s way to adoption, with the days that the scorecard counts between: the steps of star.fact_permanence_milestone beside one another. Another decision after a reversal is another row. grain: child, day of the decision';
comment on column star.fact_adoption_process.decision is 'day of the decision that the child should be placed for adoption';
comment on column star.fact_adoption_process.entered_care is 'day the period of care began in which it was made; null where the child was not looked after';
comment on column star.fact_adoption_process.placement_order is 'day of the placement order; its court and its end: star.fact_placement_order';
comment on column star.fact_adoption_process.matched is 'day of the match with the adopters';
comment on column star.fact_adoption_process.moved_in is 'day the child moved in with the adopters';
comment on column star.fact_adoption_process.fostered_for_adoption is 'day the child moved in under fostering for adoption or concurrent planning';
comment on column star.fact_adoption_process.with_carer_since is 'adopted by the foster carer: day the child moved in with that carer';
comment on column star.fact_adoption_process.adoption_order is 'day of the adoption order';
comment on column star.fact_adoption_process.reversed is 'day of the decision that the child should no longer be placed for adoption';
comment on column star.fact_adoption_process.reversed_reason is 'why, code list reason_placed_ceased';
comment on column star.fact_adoption_process.adopter_household is 'the adoptive family (star.fact_adopter_household)';
comment on column star.fact_adoption_process.agency_urn is 'Ofsted''s unique reference number of the adoption agency';

create table star.fact_placement_order (
    person_key   bigint not null,
    authority    smallint not null,
    made         date not null,
    applied      date,
    court        text,
    revoked      date,
    dataset      smallint not null,
    assertion_id bigint not null,
    primary key (person_key, made)
);
comment on table star.fact_placement_order is 'Placement orders (Adoption and Children Act 2002, section 21). grain: child, day of the order';
comment on column star.fact_placement_order.made is 'day the order was made';
comment on column star.fact_placement_order.applied is 'day the authority applied for it';
comment on column star.fact_placement_order.court is 'the court';
comment on column star.fact_placement_order.revoked is 'day it was revoked; null while in force, and after an adoption order';

create table star.fact_special_guardianship (
    person_key       bigint not null,
    authority        smallint not null,
    ordered          date not null,
    guardian_kind    text,
    from_care        boolean,
    assessed         date,
    support_kind     text,
    support_from     date,
    support_to       date,
    weekly_allowance numeric,
    review_due       date,
    dataset          smallint not null,
    assertion_id     bigint not null,
    primary key (person_key, ordered)
);
comment on table star.fact_special_guardianship is 'Special guardianship orders and the support given (Special Guardianship Regulations 2005). grain: child, day of the order';
comment on column star.fact_special_guardianship.ordered is 'day the order was made';
comment on column star.fact_special_guardianship.guardian_kind is 'what the guardian was to the child, code list guardian_kind';
comment on column star.fact_special_guardianship.from_care is 'whether the child was looked after until then';
comment on column star.fact_special_guardianship.assessed is 'day support needs were assessed';
comment on column star.fact_special_guardianship.support_kind is 'support given, code list guardianship_support';
comment on column star.fact_special_guardianship.support_from is 'first day of support; null where none is given';
comment on column star.fact_special_guardianship.support_to is 'last day of support; null while it goes on';
comment on column star.fact_special_guardianship.weekly_allowance is 'pounds a week; null where none is paid';
comment on column star.fact_special_guardianship.review_due is 'day the support plan is next to be reviewed';

-- Teams and workers.

create table star.fact_worker_post (
    authority      smallint not null,
    worker         text not null,
    started        date not null,
    ended          date,
    name           text,
    team           text,
    role           text,
    fte            numeric,
    employment     text,
    experience     text,
    case_holding   boolean,
    leaving_reason text,
    dataset        smallint not null,
    assertion_id   bigint not null,
    primary key (authority, worker, started)
);
comment on table star.fact_worker_post is 'Posts that workers hold or held. grain: authority, worker, first day in the post';
comment on column star.fact_worker_post.worker is 'Social Work England number, or the staff number of a worker without one';
comment on column star.fact_worker_post.started is 'first day in the post';
comment on column star.fact_worker_post.ended is 'last day in the post; null while held';
comment on column star.fact_worker_post.name is 'name of the worker';
comment on column star.fact_worker_post.team is 'the team (star.dim_team)';
comment on column star.fact_worker_post.role is 'what the worker does, code list worker_role';
comment on column star.fact_worker_post.fte is 'share of a full-time post, 0 to 1';
comment on column star.fact_worker_post.employment is 'permanent, fixed term or agency, code list employment';
comment on column star.fact_worker_post.experience is 'stage of the career, by which caseloads are limited, code list worker_experience';
comment on column star.fact_worker_post.case_holding is 'whether the post holds cases';
comment on column star.fact_worker_post.leaving_reason is 'why the post was left, code list worker_leaving_reason';

create table star.fact_caseload (
    authority    smallint not null,
    worker       text not null,
    counted_on   date not null,
    team         text,
    role         text,
    fte          numeric,
    children     integer,
    in_need      integer,
    protection   integer,
    in_care      integer,
    care_leavers integer,
    ceiling      integer,
    dataset      smallint not null,
    assertion_id bigint not null,
    primary key (authority, worker, counted_on)
);
comment on table star.fact_caseload is 'Children allocated to a worker on a date, as the case system counts them. grain: authority, worker, date';
comment on column star.fact_caseload.worker is 'Social Work England number, or the staff number of a worker without one';
comment on column star.fact_caseload.counted_on is 'day whose position it is, at its end';
comment on column star.fact_caseload.team is 'the team (star.dim_team)';
comment on column star.fact_caseload.role is 'what the worker does, code list worker_role';
comment on column star.fact_caseload.fte is 'share of a full-time post, 0 to 1';
comment on column star.fact_caseload.children is 'children allocated';
comment on column star.fact_caseload.in_need is 'of them children in need without a protection plan and not in care';
comment on column star.fact_caseload.protection is 'of them with a child protection plan';
comment on column star.fact_caseload.in_care is 'of them in care';
comment on column star.fact_caseload.care_leavers is 'of them care leavers';
comment on column star.fact_caseload.ceiling is 'most children the worker should have, by experience and hours; null where none is set';

create table star.fact_establishment (
    authority         smallint not null,
    team              text not null,
    role              text not null,
    counted_on        date not null,
    posts             numeric,
    permanent         numeric,
    agency            numeric,
    vacant            numeric,
    leavers_12_months numeric,
    dataset           smallint not null,
    assertion_id      bigint not null,
    primary key (authority, team, role, counted_on)
);
comment on table star.fact_establishment is 'Posts, vacancies and agency cover of a team on a date, in full-time equivalents. grain: authority, team, role, date';
comment on column star.fact_establishment.team is 'the team (star.dim_team)';
comment on column star.fact_establishment.role is 'which posts, code list worker_role';
comment on column star.fact_establishment.counted_on is 'day whose position it is, at its end';
comment on column star.fact_establishment.posts is 'posts in the establishment';
comment on column star.fact_establishment.permanent is 'of them held by permanent or fixed-term staff';
comment on column star.fact_establishment.agency is 'of them covered by agency workers';
comment on column star.fact_establishment.vacant is 'posts without permanent staff, whether or not an agency worker covers them';
comment on column star.fact_establishment.leavers_12_months is 'permanent staff who left in the 12 months up to the day';

create table star.fact_worker_absence (
    authority    smallint not null,
    worker       text not null,
    started      date not null,
    ended        date,
    kind         text,
    working_days numeric,
    dataset      smallint not null,
    assertion_id bigint not null,
    primary key (authority, worker, started)
);
comment on table star.fact_worker_absence is 'Absence of workers. What the worker is ill with is not loaded. grain: authority, worker, first day';
comment on column star.fact_worker_absence.worker is 'Social Work England number, or the staff number of a worker without one';
comment on column star.fact_worker_absence.started is 'first day away';
comment on column star.fact_worker_absence.ended is 'last day away; null while it lasts';
comment on column star.fact_worker_absence.kind is 'kind of absence, code list absence_kind';
comment on column star.fact_worker_absence.working_days is 'working days lost so far, by the worker''s own pattern of days';

-- The columns that every one of them carries.
do $$
declare
    name text;
begin
    foreach name in array array[
        'dim_foster_household', 'dim_foster_carer', 'fact_foster_approval', 'fact_carer_check', 'fact_foster_capacity',
        'fact_fostering_enquiry', 'dim_childrens_home', 'fact_provider_inspection', 'fact_regulation_44_visit',
        'fact_placement_cost', 'fact_adopter', 'fact_adopter_household', 'fact_adoption_process', 'fact_placement_order',
        'fact_special_guardianship', 'fact_worker_post', 'fact_caseload', 'fact_establishment', 'fact_worker_absence']
    loop
        execute format('comment on column star.%I.authority is %L', name, 'DfE number of the authority whose record it is');
        execute format('comment on column star.%I.dataset is %L', name, 'the dataset of the assertion the row was taken from (ops.dataset)');
        execute format('comment on column star.%I.assertion_id is %L', name, 'number of that assertion in source.<dataset>');
    end loop;
    foreach name in array array['fact_placement_cost', 'fact_adoption_process', 'fact_placement_order', 'fact_special_guardianship']
    loop
        execute format('comment on column star.%I.person_key is %L', name, 'the child (identity.person)');
    end loop;
end $$;
