-- title:   What each row of the file means against what holds
-- purpose: Nearly all rows say again what holds: they are found by content alone, and only the rest is compared by key.
--          n new, c changed, u unchanged (deltas only), r retired (held, and absent from this snapshot), a held as absent and still so (or a delta, which says
--          nothing of what it leaves out)
-- grain:   one row per row of landing.<dataset> that says something else than what holds, and one per record it leaves out
-- edges:   the content hash covers the key, so equal content is an equal key; duplicates in the file are left out here
create temporary table verdict on commit drop as
with unlike as (
    select l.landed, h.held
    from (select ctid as landed, content_hash, coalesce(occurrence, 1::smallint) as occurrence from landing.{{table}} where duplicate is not true) as l
    full join (
        select ctid as held, content_hash, occurrence
        from source.{{table}}
        where holds and authority = {{authority}} and scope = {{scope}}
    ) as h on h.content_hash = l.content_hash and h.occurrence = l.occurrence
    -- a delta keeps what it says again, too
    where l.landed is null or h.held is null or not {{retires}}
),
told as (
    select l.ctid as landed, l.business_key, l.content_hash, l.{{local_id}} as local_id, coalesce(l.occurrence, 1::smallint) as occurrence
    from unlike join landing.{{table}} as l on l.ctid = unlike.landed
),
held as (
    select s.ctid as held, s.business_key, s.content_hash, s.occurrence, s.absent, s.{{local_id}} as local_id
    from unlike join source.{{table}} as s on s.ctid = unlike.held
)
select
    told.landed,
    coalesce(told.local_id, held.local_id) as local_id,
    coalesce(told.occurrence, held.occurrence) as occurrence,
    held.held,
    (case
        when told.landed is null then case when held.absent or not {{retires}} then 'a' else 'r' end
        when held.held is null or held.absent then 'n'
        when held.content_hash = told.content_hash then 'u'
        else 'c'
    end)::"char" as kind
from told
full join held on held.business_key = told.business_key and held.occurrence = told.occurrence;
