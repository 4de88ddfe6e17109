-- title:   What named children said of their care
-- purpose: How answers under a name become star.fact_child_view for the children touched
-- into:    star.fact_child_view
select
    t.person_key, h.authority,
    h.told_on, h.instrument, h.question, h.answer, h.score,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.child_views as h on h.subject = t.identifier and h.authority = t.authority
where {{usable}}
