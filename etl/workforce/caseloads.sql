-- title:   Children allocated to each worker on a date, from the case system
-- purpose: How assertions of this dataset become star.fact_caseload
-- into:    star.fact_caseload
select
    h.authority, h.worker_id as worker, h.counted_on, h.team_id as team, h.role, h.fte, h.children, h.in_need, h.protection, h.in_care, h.care_leavers,
    round(h.ceiling)::integer as ceiling,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from source.caseloads as h
where {{usable}}
