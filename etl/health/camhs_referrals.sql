-- title:   Referrals to child and adolescent mental health services, from the nursing team's workbook
-- purpose: How assertions of this dataset become star.fact_camhs_referral for the children touched
-- into:    star.fact_camhs_referral
select distinct on (t.person_key, h.referral_date)
    t.person_key, h.authority,
    h.referral_date as referred, h.reason, h.outcome,
    h.accepted_date as accepted, h.assessment_date as assessed, h.treatment_started, h.discharge_date as discharged,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.camhs_referrals as h on h.subject = t.identifier and h.authority = t.authority
where {{usable}} and h.referral_date is not null
order by t.person_key, h.referral_date, h.business_key, h.occurrence
