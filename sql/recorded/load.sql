-- title:   Files that were published
-- purpose: The files of the deliveries of by then
-- grain:   one row per file, or part of it
select l.*
from ops.load as l
where exists (select from ops.delivery as d where d.delivery_id = l.delivery_id and d.published_at <= {{moment}})
