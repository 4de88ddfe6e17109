-- title:   Anonymous answers to surveys
-- purpose: How anonymous answers become star.fact_survey_answer: about no child, made anew as a whole
-- into:    star.fact_survey_answer
select
    h.authority,
    h.survey, h.respondent, h.question, h.asked_on, h.answer, h.score, h.age_band, h.placement_group,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from source.survey_answers as h
where {{usable}}
