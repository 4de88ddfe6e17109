-- title:   Monthly visits of the independent person to own homes (regulation 44)
-- purpose: How assertions of this dataset become star.fact_regulation_44_visit
-- into:    star.fact_regulation_44_visit
-- edges:   the month may be given by any of its days
select
    h.authority, h.urn, date_trunc('month', h.visit_month)::date as month, h.visit_date as visited, h.visitor, h.announced, h.children_spoken_to,
    h.safeguarded, h.wellbeing_promoted, h.actions, h.report_sent,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from source.regulation_44_visits as h
where {{usable}}
