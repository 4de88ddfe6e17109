-- title:   Versions that were recorded, and which of them held
-- purpose: Every version up to the moment. A version that a later delivery took the place of holds again
-- grain:   one row per version of a record
-- rules:   what holds is the newest by (as_at, load), as in sql/load/late_4_holds.sql
select
    {{columns}},
    row_number() over (partition by s.authority, s.scope, s.business_key, s.occurrence order by s.as_at desc, s.load_id desc) = 1 as holds
from source.{{table}} as s
where s.assertion_id < {{first_after}}
