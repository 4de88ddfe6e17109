-- title:   Enquiries about fostering and their way to approval
-- purpose: How assertions of this dataset become star.fact_fostering_enquiry
-- into:    star.fact_fostering_enquiry
select
    h.authority, h.enquiry_id as enquiry, h.enquiry_date as enquired, h.source, h.carer_type, h.initial_visit as visited, h.application as applied,
    h.stage_1_start as stage_1_started, h.stage_1_end as stage_1_ended, h.stage_2_start as stage_2_started, h.stage_2_end as stage_2_ended,
    h.panel_date as panel, h.decision_date as decided, h.outcome, h.end_date as ended, h.end_reason, h.household_id as household,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from source.fostering_enquiries as h
where {{usable}}
