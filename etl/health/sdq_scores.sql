-- title:   Strengths and difficulties questionnaires, from the nursing team's workbook
-- purpose: How assertions of this dataset become star.fact_sdq for the children touched
-- into:    star.fact_sdq
-- rules:   the total is the sum of the four difficulties; prosocial behaviour is a strength and no part of it (SDQ scoring)
--          a questionnaire without a score stands on the day it was due, with the reason
-- edges:   a total written as words ("17 (high)") cannot be read; it is had from the four scores where they are given
--          due and neither scored nor explained: only waited for, no fact
select distinct on (t.person_key, coalesce(h.completed_date, h.due_date), h.respondent)
    t.person_key, h.authority,
    coalesce(h.completed_date, h.due_date) as day, h.respondent,
    coalesce(h.score, h.emotional + h.conduct + h.hyperactivity + h.peer) as score,
    h.emotional, h.conduct, h.hyperactivity, h.peer, h.prosocial,
    case when coalesce(h.score, h.emotional + h.conduct + h.hyperactivity + h.peer) is null then h.reason end as reason,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.sdq_scores as h on h.subject = t.identifier and h.authority = t.authority
where {{usable}} and (h.completed_date is not null or h.reason is not null)
order by t.person_key, coalesce(h.completed_date, h.due_date), h.respondent, h.business_key, h.occurrence
