-- title:   What each of these rows means
-- purpose: Looked up by key: n new (or held as absent), c changed, u unchanged (only what the file says beyond its snapshot)
-- grain:   one row per row of unlike
-- inputs:  unlike
create temporary table verdict on commit drop as
select
    l.ctid as landed, l.{{local_id}} as local_id, coalesce(l.occurrence, 1::smallint) as occurrence, s.ctid as held,
    (case when s.assertion_id is null or s.absent then 'n' when s.content_hash = l.content_hash then 'u' else 'c' end)::"char" as kind
from unlike
join landing.{{table}} as l on l.ctid = unlike.landed
left join source.{{table}} as s
    on s.{{local_id}} = l.{{local_id}} and s.business_key = l.business_key and s.occurrence = coalesce(l.occurrence, 1::smallint)
    and s.holds and s.authority = {{authority}} and s.scope = {{scope}};
analyze verdict;
