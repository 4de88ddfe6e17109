-- title:   The first version that was recorded later
-- purpose: Versions are numbered as they are stored, and deliveries are stored one after the other: all from this number on came later
--          (a session lets go what it kept of numbers before it stores: Sources/Warehouse/Loader.swift).
--          The load of a version does not tell: a late file restates what the file after it had said, under that file's number
-- grain:   one row; null where no version came later
-- edges:   a late file restates nothing before it has stored a version of its own (sql/load/late_2_insert.sql, late_3_restate.sql)
select min(s.assertion_id)
from source.{{table}} as s
where s.load_id in (
    select l.load_id from ops.load as l join ops.delivery as d using (delivery_id) where d.published_at > {{moment}})
