-- title:   Posts, vacancies and agency cover by team on a date
-- purpose: How assertions of this dataset become star.fact_establishment
-- into:    star.fact_establishment
select
    h.authority, h.team_id as team, h.role, h.counted_on, h.posts, h.permanent, h.agency, h.vacant, h.leavers_12_months,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from source.establishment as h
where {{usable}}
