-- title:   Safeguarding, and care beyond the return
-- purpose: From the first contact to the child protection plan, visits, care plans, permanence and care leavers' latest position, and
--          who worked with the child: what the social care case system, the CIN census and Annex A tell of one child
-- rules:   keys are what every source has, the child and a date, never the row number of one system: a census, an inspection list
--          and the case system then tell the same fact, and the one of lower precedence only fills what no other tells.
--          Codes are those of the CIN census, as text. Facts that a source answers with Y and N are boolean: null is not recorded.
--          outcomes text[] holds the flags that were set, in lower case without the words outcome and flag, in alphabetical order.
--          worker is the worker as the source identifies them (star.dim_professional), team likewise (star.dim_team)

-- What JSON of flags means: {"OUTCOME_NFA_FLAG": "Y", "OUTCOME_CP_ENQUIRY_FLAG": "N"} is {nfa}. Text that is no JSON has no flags: a
-- load must not fail on it, so it is read by pattern.
create function star.flags_set(flags text) returns text[]
language sql immutable parallel safe
begin atomic
    select array_agg(distinct regexp_replace(regexp_replace(lower(found[1]), '^outcome_', ''), '_flag$', '') order by
                              regexp_replace(regexp_replace(lower(found[1]), '^outcome_', ''), '_flag$', ''))
    from regexp_matches(flags, '"([A-Za-z0-9_]+)"\s*:\s*"?(?:Y|YES|TRUE|1)"?\s*[,}]', 'gi') as found;
end;
comment on function star.flags_set is 'Names of the flags that a JSON object of flags sets (Y, yes, true or 1), in lower case and alphabetical order; null where none is';

-- The newest answer: nulls are passed over, since a strict function is not called with them.
create function star.newer_answer(before anyelement, told anyelement) returns anyelement
language sql immutable strict parallel safe
as 'select told';
comment on function star.newer_answer is 'The second of two answers: step of the aggregate star.newest_answer';
create aggregate star.newest_answer(anyelement) (sfunc = star.newer_answer, stype = anyelement, parallel = safe);
comment on aggregate star.newest_answer(anyelement) is 'The last answer that is not null, in the order given';

-- ------------------------------------------------------------------------------------------------ the child

alter table star.dim_child add column expected_dob date, add column died date, add column gender text, add column nationality text;
comment on column star.dim_child.expected_dob is 'day an unborn child is expected; null where no source gives it';
comment on column star.dim_child.died is 'date of death; null where no source gives it';
comment on column star.dim_child.gender is 'gender as the case system records it; null where no source gives it';
comment on column star.dim_child.nationality is 'nationality; null where no source gives it';

create table star.fact_identifier (
    person_key bigint not null, authority smallint not null,
    kind text not null, identifier text not null, valid_from date, valid_to date,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, kind, identifier)
);
comment on table star.fact_identifier is 'Numbers and names by which systems know the child. grain: child, kind, identifier';
comment on column star.fact_identifier.kind is 'whose identifier it is: nhs_number, upn, former_upn, uln, legacy_id, reference:<agency> or the kind as the source writes it';
comment on column star.fact_identifier.identifier is 'the identifier, without spaces';
comment on column star.fact_identifier.valid_from is 'first day it was used; null where not known';
comment on column star.fact_identifier.valid_to is 'last day it was used; null while it is';

create table star.fact_address (
    person_key bigint not null, authority smallint not null,
    kind text not null, started date not null, ended date, postcode text, address text, uprn text, easting integer, northing integer,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, kind, started)
);
comment on table star.fact_address is 'Where the child lived, and lives. grain: child, kind of address, start';
comment on column star.fact_address.kind is 'kind of address, code list address_type: HOME, PLACEMENT or as the source writes it';
comment on column star.fact_address.started is 'first day of the address';
comment on column star.fact_address.ended is 'last day of the address; null while it holds';
comment on column star.fact_address.postcode is 'postcode of the address';
comment on column star.fact_address.address is 'the address in one line, without the postcode';
comment on column star.fact_address.uprn is 'unique property reference number';
comment on column star.fact_address.easting is 'Ordnance Survey easting, in metres';
comment on column star.fact_address.northing is 'Ordnance Survey northing, in metres';

create table star.fact_family_link (
    person_key bigint not null, authority smallint not null,
    kind text not null, other text not null, other_dob date,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, kind, other)
);
comment on table star.fact_family_link is 'Families the child belongs to, and people the child is tied to. grain: child, kind of link, the other';
comment on column star.fact_family_link.kind is 'family: other is a family''s number, shared by its members; mother_of: other is the local identifier of her child';
comment on column star.fact_family_link.other is 'the family or the other person, as the case system identifies them';
comment on column star.fact_family_link.other_dob is 'birth date of the other person; null where not known and for a family';

create table star.fact_disability (
    person_key bigint not null, authority smallint not null,
    disability text not null,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, disability)
);
comment on table star.fact_disability is 'Disabilities of the child. grain: child, disability';
comment on column star.fact_disability.disability is 'disability, code list disability; NONE says that there is none';

create table star.fact_immigration_status (
    person_key bigint not null, authority smallint not null,
    started date not null, status text not null, ended date, unaccompanied boolean not null,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, started, status)
);
comment on table star.fact_immigration_status is 'Immigration status. grain: child, start, status';
comment on column star.fact_immigration_status.started is 'first day of the status';
comment on column star.fact_immigration_status.status is 'the status, code list immigration_status';
comment on column star.fact_immigration_status.ended is 'day the status ended; null while it holds';
comment on column star.fact_immigration_status.unaccompanied is 'whether it is that of an unaccompanied asylum-seeking child';

-- ------------------------------------------------------------------------------------------------ the front door

create table star.fact_contact (
    person_key bigint not null, authority smallint not null,
    received date not null, source text not null, outcomes text[], no_further_action boolean, decided date,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, received, source)
);
comment on table star.fact_contact is 'Contacts at the front door. grain: child, day received, source';
comment on column star.fact_contact.received is 'day the contact was received';
comment on column star.fact_contact.source is 'who made it, code list referral_source; 10 (unknown) where none is told';
comment on column star.fact_contact.outcomes is 'what came of it: flags such as new_referral, cp_enquiry, nfa, advice';
comment on column star.fact_contact.no_further_action is 'whether nothing further was done; null where not told';
comment on column star.fact_contact.decided is 'day of the decision what to do; null where no source gives it';

create table star.fact_early_help (
    person_key bigint not null, authority smallint not null,
    started date not null, ended date, reason text, end_reason text, organisation text, worker text,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, started)
);
comment on table star.fact_early_help is 'Early help: a time of help, or an early help assessment where that is what was told. grain: child, start';
comment on column star.fact_early_help.started is 'first day';
comment on column star.fact_early_help.ended is 'last day, or the day the assessment was completed; null while open';
comment on column star.fact_early_help.reason is 'why help was given, as the source writes it';
comment on column star.fact_early_help.end_reason is 'why it ended, as the source writes it';
comment on column star.fact_early_help.organisation is 'organisation that leads or assessed';
comment on column star.fact_early_help.worker is 'the lead worker, as the source identifies them';

create table star.fact_referral (
    person_key bigint not null, authority smallint not null,
    referred date not null, source text, primary_need text, no_further_action boolean, closed date, closure_reason text,
    outcomes text[], team text, worker text,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, referred)
);
comment on table star.fact_referral is 'Referrals, each with the episode of need it opens. grain: child, day of the referral';
comment on column star.fact_referral.referred is 'day of the referral';
comment on column star.fact_referral.source is 'who referred, code list referral_source';
comment on column star.fact_referral.primary_need is 'primary need, code list primary_need';
comment on column star.fact_referral.no_further_action is 'ended at once: no further action after the referral; null where not told';
comment on column star.fact_referral.closed is 'day the case was closed; null while open';
comment on column star.fact_referral.closure_reason is 'why it was closed, code list closure_reason';
comment on column star.fact_referral.outcomes is 'what came of it: flags such as single_assessment, strategy_discussion, nfa';
comment on column star.fact_referral.team is 'team it was given to';
comment on column star.fact_referral.worker is 'worker it was given to';

create table star.fact_assessment (
    person_key bigint not null, authority smallint not null,
    started date not null, referred date, internal_review date, authorised date, child_seen boolean, no_further_action boolean,
    factors text[], outcomes text[], team text, worker text,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, started)
);
comment on table star.fact_assessment is 'Child and family assessments. grain: child, start';
comment on column star.fact_assessment.started is 'day it began';
comment on column star.fact_assessment.referred is 'day of the referral it belongs to (star.fact_referral); null where not told';
comment on column star.fact_assessment.internal_review is 'day a manager was to review it';
comment on column star.fact_assessment.authorised is 'day it was authorised: completed; null while open';
comment on column star.fact_assessment.child_seen is 'whether the child was seen during it';
comment on column star.fact_assessment.no_further_action is 'ended without a need of social care';
comment on column star.fact_assessment.factors is 'factors found, code list assessment_factor, in alphabetical order';
comment on column star.fact_assessment.outcomes is 'what came of it: flags';
comment on column star.fact_assessment.team is 'team that assessed';
comment on column star.fact_assessment.worker is 'worker who assessed';

-- ------------------------------------------------------------------------------------------------ child protection

create table star.fact_section_47_enquiry (
    person_key bigint not null, authority smallint not null,
    started date not null, referred date, ended date, no_further_action boolean, conference_not_required boolean,
    conference_target date, conference date, outcomes text[], team text, worker text,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, started)
);
comment on table star.fact_section_47_enquiry is 'Enquiries under section 47 of the Children Act 1989. grain: child, start';
comment on column star.fact_section_47_enquiry.started is 'day of the strategy discussion that began it';
comment on column star.fact_section_47_enquiry.referred is 'day of the referral it belongs to; null where not told';
comment on column star.fact_section_47_enquiry.ended is 'day it was completed; null while open';
comment on column star.fact_section_47_enquiry.no_further_action is 'ended without further action';
comment on column star.fact_section_47_enquiry.conference_not_required is 'whether an initial conference was held to be unnecessary; null while not decided';
comment on column star.fact_section_47_enquiry.conference_target is 'last day for the initial conference: 15 working days from the strategy discussion';
comment on column star.fact_section_47_enquiry.conference is 'day of the initial conference it led to; null where none';
comment on column star.fact_section_47_enquiry.outcomes is 'what came of it: flags';
comment on column star.fact_section_47_enquiry.team is 'team that completed it';
comment on column star.fact_section_47_enquiry.worker is 'worker who completed it';

create table star.fact_conference (
    person_key bigint not null, authority smallint not null,
    held date not null, referred date, section_47_started date, transfer_in boolean, target date, plan_made boolean,
    meeting text, outcomes text[], team text, worker text,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, held)
);
comment on table star.fact_conference is 'Initial child protection conferences. grain: child, day held';
comment on column star.fact_conference.held is 'day it was held';
comment on column star.fact_conference.referred is 'day of the referral it belongs to; null where not told';
comment on column star.fact_conference.section_47_started is 'start of the enquiry that led to it; null where there was none here';
comment on column star.fact_conference.transfer_in is 'of a child who came with a plan from another authority';
comment on column star.fact_conference.target is 'last day it could be held in time';
comment on column star.fact_conference.plan_made is 'whether a child protection plan was made';
comment on column star.fact_conference.meeting is 'number of the meeting, shared by brothers and sisters';
comment on column star.fact_conference.outcomes is 'what came of it: flags';
comment on column star.fact_conference.team is 'team that called it';
comment on column star.fact_conference.worker is 'worker who called it';

create table star.fact_cp_plan (
    person_key bigint not null, authority smallint not null,
    started date not null, referred date, conference date, ended date, initial_category text, latest_category text,
    previous_plans integer, other_authority boolean, team text, worker text,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, started)
);
comment on table star.fact_cp_plan is 'Child protection plans. grain: child, start';
comment on column star.fact_cp_plan.started is 'first day of the plan';
comment on column star.fact_cp_plan.referred is 'day of the referral it belongs to; null where not told';
comment on column star.fact_cp_plan.conference is 'day of the initial conference that made it; null where not told';
comment on column star.fact_cp_plan.ended is 'day it ended; null while it holds';
comment on column star.fact_cp_plan.initial_category is 'category of abuse at its start, code list abuse_category';
comment on column star.fact_cp_plan.latest_category is 'latest category of abuse, code list abuse_category';
comment on column star.fact_cp_plan.previous_plans is 'plans the child ever had before, with any authority, as told; null where no source counts them';
comment on column star.fact_cp_plan.other_authority is 'a temporary plan of another authority';
comment on column star.fact_cp_plan.team is 'team that holds the case; null where not told';
comment on column star.fact_cp_plan.worker is 'worker who holds the case; null where not told';

create table star.fact_cp_review (
    person_key bigint not null, authority smallint not null,
    held date not null, plan_started date, due date, continues boolean, quorate boolean, participation text, meeting text,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, held)
);
comment on table star.fact_cp_review is 'Review child protection conferences. grain: child, day held';
comment on column star.fact_cp_review.held is 'day it was held';
comment on column star.fact_cp_review.plan_started is 'start of the plan reviewed (star.fact_cp_plan); null where not told';
comment on column star.fact_cp_review.due is 'day it was due; null where not told';
comment on column star.fact_cp_review.continues is 'whether the plan goes on';
comment on column star.fact_cp_review.quorate is 'whether enough agencies were there';
comment on column star.fact_cp_review.participation is 'how the child took part, as the source writes it';
comment on column star.fact_cp_review.meeting is 'number of the meeting, shared by brothers and sisters';

create table star.fact_cin_plan (
    person_key bigint not null, authority smallint not null,
    started date not null, referred date, ended date, team text, worker text,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, started)
);
comment on table star.fact_cin_plan is 'Child in need plans. grain: child, start';
comment on column star.fact_cin_plan.started is 'first day of the plan';
comment on column star.fact_cin_plan.referred is 'day of the referral it belongs to; null where not told';
comment on column star.fact_cin_plan.ended is 'day it ended; null while it holds';
comment on column star.fact_cin_plan.team is 'team that holds the plan';
comment on column star.fact_cin_plan.worker is 'worker who holds the plan';

create table star.fact_pre_proceedings (
    person_key bigint not null, authority smallint not null,
    decided date not null, family text, letter_sent date, meeting_offered boolean, meeting_held boolean, first_meeting date,
    review_meetings integer, step_decided date, outcome text, court_applied date, care_letter_sent date,
    gateway_outcome text, cp_plans integer, previous_pre_proceedings integer, previous_care_proceedings integer,
    parents_represented boolean, parents_represented_at_issue boolean, court_reference text, hearings integer,
    short_notice boolean, short_notice_reason text, initial_plan_approved boolean, initial_plan text, final_plan_approved boolean, final_plan text,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, decided)
);
comment on table star.fact_pre_proceedings is 'Pre-proceedings under the Public Law Outline, and the care proceedings that follow. grain: child, day it was decided to begin';
comment on column star.fact_pre_proceedings.decided is 'day the panel decided to begin pre-proceedings';
comment on column star.fact_pre_proceedings.family is 'number of the group of brothers and sisters who move together';
comment on column star.fact_pre_proceedings.letter_sent is 'day the letter before proceedings was sent';
comment on column star.fact_pre_proceedings.meeting_offered is 'a family group decision making meeting was offered in the letter';
comment on column star.fact_pre_proceedings.meeting_held is 'the family group decision making meeting was held';
comment on column star.fact_pre_proceedings.first_meeting is 'day of the first pre-proceedings meeting';
comment on column star.fact_pre_proceedings.review_meetings is 'review meetings after the first';
comment on column star.fact_pre_proceedings.step_decided is 'day it was decided to go to court or to step down';
comment on column star.fact_pre_proceedings.outcome is 'what was decided, as the source writes it';
comment on column star.fact_pre_proceedings.court_applied is 'day of the application to court';
comment on column star.fact_pre_proceedings.care_letter_sent is 'day the letter was sent that care proceedings are issued';
comment on column star.fact_pre_proceedings.gateway_outcome is 'outcome of the legal gateway meeting: A go on, B begin pre-proceedings, C issue, D not known';
comment on column star.fact_pre_proceedings.cp_plans is 'child protection plans in this referral';
comment on column star.fact_pre_proceedings.previous_pre_proceedings is 'earlier pre-proceedings of the child';
comment on column star.fact_pre_proceedings.previous_care_proceedings is 'earlier care proceedings of the child';
comment on column star.fact_pre_proceedings.parents_represented is 'parents were represented in pre-proceedings';
comment on column star.fact_pre_proceedings.parents_represented_at_issue is 'parents were represented when proceedings were issued';
comment on column star.fact_pre_proceedings.court_reference is 'number of the court';
comment on column star.fact_pre_proceedings.hearings is 'hearings so far';
comment on column star.fact_pre_proceedings.short_notice is 'issued at short notice';
comment on column star.fact_pre_proceedings.short_notice_reason is 'why at short notice, as the source writes it';
comment on column star.fact_pre_proceedings.initial_plan_approved is 'the first care plan was approved at the first hearing';
comment on column star.fact_pre_proceedings.initial_plan is 'the first care plan, as the source writes it';
comment on column star.fact_pre_proceedings.final_plan_approved is 'the final care plan was approved';
comment on column star.fact_pre_proceedings.final_plan is 'the final care plan, as the source writes it';

-- ------------------------------------------------------------------------------------------------ visits, plans, status

create table star.fact_visit (
    person_key bigint not null, authority smallint not null,
    visited date not null, purpose text not null, seen boolean, seen_alone boolean, virtual boolean, reason_not_seen text,
    bedroom_seen boolean, worker text,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, visited, purpose)
);
comment on table star.fact_visit is 'Visits and contacts that the law or the plan asks for. grain: child, day, purpose';
comment on column star.fact_visit.visited is 'day of the visit';
comment on column star.fact_visit.purpose is 'cla child in care, cin child in need, cp child protection plan, iro independent reviewing officer, leaving_care care leaver';
comment on column star.fact_visit.seen is 'whether the child was seen; null where not told';
comment on column star.fact_visit.seen_alone is 'whether the child was seen alone; null where not told';
comment on column star.fact_visit.virtual is 'by video or telephone; null where not told';
comment on column star.fact_visit.reason_not_seen is 'why the child was not seen, as the source writes it';
comment on column star.fact_visit.bedroom_seen is 'whether the bedroom was seen; null where not told';
comment on column star.fact_visit.worker is 'who visited, as the source identifies them; null where not told';

create table star.fact_care_plan (
    person_key bigint not null, authority smallint not null,
    started date not null, ended date, plan text, plans text[],
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, started)
);
comment on table star.fact_care_plan is 'The care plan in force, with the permanence it aims at. grain: child, start';
comment on column star.fact_care_plan.started is 'first day of the plan';
comment on column star.fact_care_plan.ended is 'last day of the plan; null while in force';
comment on column star.fact_care_plan.plan is 'the permanence it aims at, code list permanence_plan; of several the most settled: adoption, long-term fostering, guardianship, residential, supported living, return';
comment on column star.fact_care_plan.plans is 'all that were set, code list care_plan, in alphabetical order; null where the source has one answer only';

create table star.fact_legal_status_history (
    person_key bigint not null, authority smallint not null,
    started date not null, status text not null, ended date,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, started, status)
);
comment on table star.fact_legal_status_history is 'Every legal status the case system holds, in care and out of it: supervision orders, police protection. Within care star.fact_legal_status has the one of the return. grain: child, start, status';
comment on column star.fact_legal_status_history.started is 'first day of the status';
comment on column star.fact_legal_status_history.status is 'legal status, code list legal_status, or as the source writes one that the return has no code for';
comment on column star.fact_legal_status_history.ended is 'day it ended; null while it holds';

create table star.fact_permanence_milestone (
    person_key bigint not null, authority smallint not null,
    milestone text not null, reached date not null, detail text,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, milestone, reached)
);
comment on table star.fact_permanence_milestone is 'Steps on the way to adoption, special guardianship or another order. grain: child, milestone, day';
comment on column star.fact_permanence_milestone.milestone is 'decision, ffa_decision, placement_order, matched, placed_ffa, placed_with_foster_carer, placed, reversed or order, code list permanence_milestone';
comment on column star.fact_permanence_milestone.reached is 'day it was reached';
comment on column star.fact_permanence_milestone.detail is 'of an order its kind, of a reversal its reason (code list reason_placed_ceased), of a placement the URN of the agency';

create table star.fact_sibling_group (
    person_key bigint not null, authority smallint not null,
    decided date not null, part_of_group boolean, placed_together integer, placed_apart integer, family text,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, decided)
);
comment on table star.fact_sibling_group is 'Brothers and sisters of a child with an adoption decision. grain: child, day of the decision';
comment on column star.fact_sibling_group.decided is 'day of the decision that the child should be placed for adoption';
comment on column star.fact_sibling_group.part_of_group is 'whether the child was to be placed with brothers or sisters';
comment on column star.fact_sibling_group.placed_together is 'children placed together, this one counted';
comment on column star.fact_sibling_group.placed_apart is 'brothers and sisters placed elsewhere';
comment on column star.fact_sibling_group.family is 'number of the adoptive family; null where not told';

create table star.fact_care_leaver_position (
    person_key bigint not null, authority smallint not null,
    told_on date not null, eligibility text, in_touch text, latest_contact date, accommodation text, suitable boolean, activity text,
    pathway_plan date, personal_adviser text, team text, worker text, ended boolean not null,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, told_on)
);
comment on table star.fact_care_leaver_position is 'Care leavers'' position as told from day to day: the newest row on or before a day is the position then. star.fact_care_leaver has the one around the birthday (OC3). grain: young person, day of the extract that first said so';
comment on column star.fact_care_leaver_position.told_on is 'as-at day of the extract that first said so';
comment on column star.fact_care_leaver_position.eligibility is 'ELIGIBLE, RELEVANT, FORMER_RELEVANT or QUALIFYING, code list care_leaver_eligibility';
comment on column star.fact_care_leaver_position.in_touch is 'whether the authority is in touch, code list in_touch';
comment on column star.fact_care_leaver_position.latest_contact is 'day of the latest contact';
comment on column star.fact_care_leaver_position.accommodation is 'where they live: the letter of code list accom, without the figure for suitable';
comment on column star.fact_care_leaver_position.suitable is 'whether it is suitable; null where not told';
comment on column star.fact_care_leaver_position.activity is 'main activity, code list activ';
comment on column star.fact_care_leaver_position.pathway_plan is 'day of the latest pathway plan or its review';
comment on column star.fact_care_leaver_position.personal_adviser is 'personal adviser, as the source identifies them';
comment on column star.fact_care_leaver_position.team is 'team they are with';
comment on column star.fact_care_leaver_position.worker is 'worker they are with';
comment on column star.fact_care_leaver_position.ended is 'the extract of that day no longer had the young person: no longer a care leaver who is served; the rest is null';

create table star.fact_voice_of_child (
    person_key bigint not null, authority smallint not null,
    response text not null, worries_explained boolean, story_helped boolean, agrees_with_worker boolean, plan_clear boolean, tablet_helped boolean,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, response)
);
comment on table star.fact_voice_of_child is 'What a child answered about the work on their safety. grain: child, response (the case system gives it no date)';
comment on column star.fact_voice_of_child.response is 'number of the response in the case system';
comment on column star.fact_voice_of_child.worries_explained is 'worries were explained so that the child understood';
comment on column star.fact_voice_of_child.story_helped is 'the words and pictures helped to understand';
comment on column star.fact_voice_of_child.agrees_with_worker is 'the child agrees with the worker on what is safe';
comment on column star.fact_voice_of_child.plan_clear is 'the plan is clear to everyone';
comment on column star.fact_voice_of_child.tablet_helped is 'drawing or writing on a tablet helped to explain';

-- ------------------------------------------------------------------------------------------------ who works with the child

create table star.fact_involvement (
    person_key bigint not null, authority smallint not null,
    started date not null, role text not null, worker text not null, ended date, team text, reason text, referred date,
    dataset smallint not null, assertion_id bigint not null,
    primary key (person_key, started, role, worker)
);
comment on table star.fact_involvement is 'Workers and teams allocated to the child, in any role. star.fact_social_worker_episode has the case-holding social workers as the return asks. grain: child, start, role, worker';
comment on column star.fact_involvement.started is 'first day of the allocation';
comment on column star.fact_involvement.role is 'role, CW for the case worker; empty where not told';
comment on column star.fact_involvement.worker is 'the worker (star.dim_professional); empty where only a team is allocated';
comment on column star.fact_involvement.ended is 'last day of the allocation; null while it lasts';
comment on column star.fact_involvement.team is 'the team (star.dim_team)';
comment on column star.fact_involvement.reason is 'why the worker was allocated or changed, code list sw_reason';
comment on column star.fact_involvement.referred is 'day of the referral it belongs to; null where not told';

create table star.dim_professional (
    authority smallint not null,
    professional text not null, staff_number text, name text, registration text, agency_worker boolean, job_title text, caseload integer,
    department text, fte numeric,
    dataset smallint not null, assertion_id bigint not null,
    primary key (authority, professional)
);
comment on table star.dim_professional is 'Workers as the case system knows them, registered social workers and others. grain: authority, worker''s identifier in the case system';
comment on column star.dim_professional.authority is 'DfE number of the authority whose record it is';
comment on column star.dim_professional.professional is 'the worker''s identifier in the case system: the worker of the facts';
comment on column star.dim_professional.staff_number is 'staff number';
comment on column star.dim_professional.name is 'name of the worker';
comment on column star.dim_professional.registration is 'Social Work England number (star.dim_worker); null for who is not registered';
comment on column star.dim_professional.agency_worker is 'employed through an agency; null where not told';
comment on column star.dim_professional.job_title is 'job title';
comment on column star.dim_professional.caseload is 'cases held last 30 September, as the case system counted';
comment on column star.dim_professional.department is 'team or department, as the case system writes it';
comment on column star.dim_professional.fte is 'full-time equivalent, 1 for full time';
comment on column star.dim_professional.dataset is 'the dataset of the assertion the row was taken from (ops.dataset)';
comment on column star.dim_professional.assertion_id is 'number of that assertion in source.<dataset>';

-- The team dimension was never filled: it gains the authority that uses the identifier, and where its rows come from.
drop table star.dim_team;
create table star.dim_team (
    authority smallint not null,
    team text not null, name text, service text, parent text, parent_name text,
    dataset smallint not null, assertion_id bigint not null,
    primary key (authority, team)
);
comment on table star.dim_team is 'Teams, each with the one above it. grain: authority, team';
comment on column star.dim_team.authority is 'DfE number of the authority whose team it is';
comment on column star.dim_team.team is 'identifier of the team: the team of the facts';
comment on column star.dim_team.name is 'name of the team';
comment on column star.dim_team.service is 'the service it belongs to: the name of the topmost team above it';
comment on column star.dim_team.parent is 'identifier of the team above it; null at the top';
comment on column star.dim_team.parent_name is 'name of the team above it';
comment on column star.dim_team.dataset is 'the dataset of the assertion the row was taken from (ops.dataset)';
comment on column star.dim_team.assertion_id is 'number of that assertion in source.<dataset>';

alter table star.dim_worker add column name text, add column job_title text, add column agency_worker boolean, add column fte numeric,
    add column department text;
comment on table star.dim_worker is 'Social workers by Social Work England number, as returns and the case system name them. grain: one row per number';
comment on column star.dim_worker.first_seen is 'start of the first allocation told; null where none was';
comment on column star.dim_worker.last_seen is 'end of the last allocation, or its start while it is open; null where none was told';
comment on column star.dim_worker.name is 'name; null where no source gives it';
comment on column star.dim_worker.job_title is 'job title; null where no source gives it';
comment on column star.dim_worker.agency_worker is 'employed through an agency; null where no source tells';
comment on column star.dim_worker.fte is 'full-time equivalent, 1 for full time; null where no source gives it';
comment on column star.dim_worker.department is 'team or department; null where no source gives it';

-- The columns that every fact carries.
do $$
declare
    name text;
begin
    foreach name in array array[
        'fact_identifier', 'fact_address', 'fact_family_link', 'fact_disability', 'fact_immigration_status', 'fact_contact', 'fact_early_help',
        'fact_referral', 'fact_assessment', 'fact_section_47_enquiry', 'fact_conference', 'fact_cp_plan', 'fact_cp_review', 'fact_cin_plan',
        'fact_pre_proceedings', 'fact_visit', 'fact_care_plan', 'fact_legal_status_history', 'fact_permanence_milestone',
        'fact_sibling_group', 'fact_care_leaver_position', 'fact_voice_of_child', 'fact_involvement']
    loop
        execute format('comment on column star.%I.person_key is %L', name, 'the child (identity.person)');
        execute format('comment on column star.%I.authority is %L', name, 'DfE number of the authority whose record it is');
        execute format('comment on column star.%I.dataset is %L', name, 'the dataset of the assertion the row was taken from (ops.dataset)');
        execute format('comment on column star.%I.assertion_id is %L', name, 'number of that assertion in source.<dataset>');
    end loop;
end $$;
