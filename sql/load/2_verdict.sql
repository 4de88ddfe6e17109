-- title:   What each of these rows means
-- purpose: Looked up by key: n new (or held as absent), c changed, u unchanged (only what the file says beyond its snapshot).
--          who: whom or what the row touches; who_before: whom the version it takes the place of did
-- grain:   one row per row of unlike
-- inputs:  unlike
create temporary table verdict on commit drop as
select
    l.ctid as landed, l.{{who}} as who, s.{{who}} as who_before, coalesce(l.occurrence, 1::smallint) as occurrence, s.ctid as held,
    (case when s.assertion_id is null or s.absent then 'n' when s.content_hash = l.content_hash then 'u' else 'c' end)::"char" as kind
from unlike
join landing.{{table}} as l on l.ctid = unlike.landed
left join source.{{table}} as s
    on {{same_record_as_l}} and s.occurrence = coalesce(l.occurrence, 1::smallint)
    and s.holds and s.authority = {{authority}} and s.scope = {{scope}};
analyze verdict;
