-- title:   Workers and the posts they hold, from human resources
-- purpose: How assertions of this dataset become star.fact_worker_post
-- into:    star.fact_worker_post
select
    h.authority, h.worker_id as worker, h.post_start as started, h.post_end as ended, h.name, h.team_id as team, h.role, h.fte, h.employment,
    h.experience, h.case_holding, h.leaving_reason,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from source.workers as h
where {{usable}}
