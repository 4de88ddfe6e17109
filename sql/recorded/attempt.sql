-- title:   Attempts that had begun
-- purpose: Calls of load up to the moment, without those whose delivery was published later
-- grain:   one row per call
select a.*
from ops.attempt as a
where exists (select from ops.delivery as d where d.attempt_id = a.attempt_id and d.published_at <= {{moment}})
   or (a.started_at <= {{moment}} and not exists (select from ops.delivery as d where d.attempt_id = a.attempt_id))
