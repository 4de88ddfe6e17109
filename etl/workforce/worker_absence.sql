-- title:   Absence of workers, from human resources
-- purpose: How assertions of this dataset become star.fact_worker_absence
-- into:    star.fact_worker_absence
select
    h.authority, h.worker_id as worker, h.absent_from as started, h.absent_to as ended, h.kind, h.working_days,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from source.worker_absence as h
where {{usable}}
