-- title:   What each row of the file means against what holds
-- purpose: One pass over the file and what holds of its scope: n new, c changed, u unchanged, d duplicate, r retired (held, and
--          absent from this snapshot)
--          a: held as absent, and still so (or a delta, which says nothing of what it leaves out)
-- grain:   one row per row of landing.<dataset>, and one per retired record
create temporary table verdict on commit drop as
with told as (
    select
        l.row_no, l.business_key, l.content_hash, l.{{local_id}} as local_id,
        coalesce(l.occurrence, 1::smallint) as occurrence, l.duplicate
    from landing.{{table}} as l
),
held as (
    select s.ctid as held, s.business_key, s.occurrence, s.content_hash, s.absent, s.{{local_id}} as local_id
    from source.{{table}} as s
    where s.holds and s.authority = {{authority}} and s.scope = {{scope}}
)
select
    told.row_no,
    coalesce(told.local_id, held.local_id) as local_id,
    coalesce(told.occurrence, held.occurrence) as occurrence,
    held.held,
    (case
        when told.duplicate then 'd'
        when told.row_no is null then case when held.absent or not {{retires}} then 'a' else 'r' end
        when held.held is null or held.absent then 'n'
        when held.content_hash = told.content_hash then 'u'
        else 'c'
    end)::"char" as kind
from told
full join held on held.business_key = told.business_key and held.occurrence = told.occurrence;
