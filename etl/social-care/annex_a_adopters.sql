-- title:   Prospective and approved adopters, list 11 of Annex A
-- purpose: How assertions of this dataset become star.fact_adopter
-- into:    star.fact_adopter
-- edges:   whoever enquired again is told once, by the later enquiry
select distinct on (h.authority, h.adopter_identifier)
    h.authority, h.adopter_identifier as adopter, h.family_identifier as household, h.gender as sex, h.ethnicity as ethnic, h.disability,
    h.fostering_for_adoption, h.enquiry_date as enquired, h.stage_1_started, h.stage_1_ended, h.stage_2_started, h.stage_2_ended,
    h.application_submitted as applied, h.approved, h.matched, h.placed, h.children_placed, h.adoption_order,
    h.left_process as left_on, h.reason_left as left_reason,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from source.annex_a_adopters as h
where {{usable}}
order by h.authority, h.adopter_identifier, h.enquiry_date desc, h.scope desc, h.occurrence, h.as_at desc
