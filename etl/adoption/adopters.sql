-- title:   Prospective and approved adopters, from the regional adoption agency
-- purpose: How assertions of this dataset become star.fact_adopter
-- into:    star.fact_adopter
-- rules:   1 and 2 are what the return wrote for the sex up to 2023-24
select
    h.authority, h.adopter_id as adopter, h.family_id as household, case h.sex when '1' then 'M' when '2' then 'F' else h.sex end as sex,
    h.ethnicity as ethnic, h.disability, h.fostering_for_adoption, h.enquiry_date as enquired,
    h.stage_1_start as stage_1_started, h.stage_1_end as stage_1_ended, h.stage_2_start as stage_2_started, h.stage_2_end as stage_2_ended,
    h.application_date as applied, h.approval_date as approved, h.match_date as matched, h.placed_date as placed, h.children_placed,
    h.order_date as adoption_order, h.left_date as left_on, h.left_reason,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from source.adopters as h
where {{usable}}
