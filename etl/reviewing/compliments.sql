-- title:   Compliments for good practice
-- purpose: How compliments become star.fact_compliment: about teams, made anew as a whole
-- into:    star.fact_compliment
select
    h.authority, h.reference, h.given_on, h.given_by, h.service, h.theme,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from source.compliments as h
where {{usable}}
