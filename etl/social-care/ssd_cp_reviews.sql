-- title:   Review child protection conferences
-- purpose: How assertions of this dataset become star.fact_cp_review for the children touched
-- into:    star.fact_cp_review
-- inputs:  source.ssd_cp_plans
-- edges:   a review that has no day was not held; of two of one day that with the smaller identifier stands
select distinct on (t.person_key, h.cppr_cp_review_date)
    t.person_key, h.authority,
    h.cppr_cp_review_date as held, p.started as plan_started, h.cppr_cp_review_due as due, h.cppr_cp_review_outcome_continue_cp as continues,
    h.cppr_cp_review_quorate as quorate, h.cppr_cp_review_participation as participation, h.cppr_cp_review_meeting_id as meeting,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_cp_reviews as h on h.cppr_person_id = t.identifier and h.authority = t.authority
left join lateral (
    select min(c.cppl_cp_plan_start_date) as started
    from source.ssd_cp_plans as c
    where c.cppl_cp_plan_id = h.cppr_cp_plan_id and c.cppl_person_id = t.identifier and c.authority = h.authority
      and c.holds and not c.absent and c.unusable is null
) as p on true
where {{usable}} and h.cppr_cp_review_date is not null
order by t.person_key, h.cppr_cp_review_date, h.business_key, h.occurrence
