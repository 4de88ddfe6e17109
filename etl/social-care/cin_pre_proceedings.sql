-- title:   Pre-proceedings and family group decision making, from the CIN census
-- purpose: How assertions of this dataset become star.fact_pre_proceedings for the children touched
-- into:    star.fact_pre_proceedings
select
    t.person_key, h.authority,
    h.ppstartdate as decided, null::text as family, h.lbpsentdate as letter_sent, h.fgdmmeetingoffer as meeting_offered,
    h.fgdmmeetingfac as meeting_held, h.initialppmeetingdate as first_meeting, h.reviewmeetingscount as review_meetings,
    h.stepdecisiondate as step_decided, h.ppoutcome as outcome, h.courtappdate as court_applied, h.letterinitcpdate as care_letter_sent,
    null::text as gateway_outcome, null::integer as cp_plans, null::integer as previous_pre_proceedings, null::integer as previous_care_proceedings,
    null::boolean as parents_represented, null::boolean as parents_represented_at_issue, null::text as court_reference, null::integer as hearings,
    null::boolean as short_notice, null::text as short_notice_reason, null::boolean as initial_plan_approved, null::text as initial_plan,
    null::boolean as final_plan_approved, null::text as final_plan,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.cin_pre_proceedings as h on h.lachildid = t.identifier and h.authority = t.authority
where {{usable}}
