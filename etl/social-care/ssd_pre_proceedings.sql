-- title:   Pre-proceedings
-- purpose: How assertions of this dataset become star.fact_pre_proceedings for the children touched
-- into:    star.fact_pre_proceedings
-- edges:   the family group decision making meeting and the application to court have no column here; of two from one day the one that
--          went further stands
select distinct on (t.person_key, h.prep_pre_pro_decision_date)
    t.person_key, h.authority,
    h.prep_pre_pro_decision_date as decided, h.prep_plo_family_id as family, h.prep_pre_pro_letter_date as letter_sent,
    null::boolean as meeting_offered, null::boolean as meeting_held, h.prep_initial_pre_pro_meeting_date as first_meeting,
    h.prep_pre_pro_meetings_num as review_meetings, h.prep_agree_stepdown_issue_date as step_decided, h.prep_pre_pro_outcome as outcome,
    null::date as court_applied, h.prep_care_pro_letter_date as care_letter_sent, h.prep_legal_gateway_outcome as gateway_outcome,
    h.prep_cp_plans_referral_period as cp_plans, h.prep_prev_pre_proc_child as previous_pre_proceedings,
    h.prep_prev_care_proc_child as previous_care_proceedings, h.prep_pre_pro_parents_legal_rep as parents_represented,
    h.prep_parents_legal_rep_point_of_issue as parents_represented_at_issue, h.prep_court_reference as court_reference,
    h.prep_care_proc_court_hearings as hearings, h.prep_care_proc_short_notice as short_notice, h.prep_proc_short_notice_reason as short_notice_reason,
    h.prep_la_inital_plan_approved as initial_plan_approved, h.prep_la_initial_care_plan as initial_plan,
    h.prep_la_final_plan_approved as final_plan_approved, h.prep_la_final_care_plan as final_plan,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_pre_proceedings as h on h.prep_person_id = t.identifier and h.authority = t.authority
where {{usable}} and h.prep_pre_pro_decision_date is not null
order by t.person_key, h.prep_pre_pro_decision_date, h.prep_care_pro_letter_date desc nulls last, h.business_key, h.occurrence
