-- title:   What each row of a late file means against history
-- purpose: A file older than the newest one of its scope is history. It is compared with what was known just before its date:
--          u unchanged, k unchanged and kept (beyond what the file is a snapshot of), s stale (differs, kept as history), d duplicate,
--          r retired (known then, absent from this file)
-- grain:   one row per row of landing.<dataset>, and one per retired record
-- rules:   position in time is (as_at, load_id): of two files of one day the later recorded corrects the earlier
create temporary table verdict on commit drop as
with told as (
    select
        l.row_no, l.business_key, l.content_hash, l.{{who}} as who,
        coalesce(l.occurrence, 1::smallint) as occurrence, l.duplicate, {{covers_row}} as covered, {{window_of_row}} as window_date
    from landing.{{table}} as l
),
known as (
    select distinct on (s.business_key, s.occurrence)
        s.assertion_id, s.business_key, s.occurrence, s.content_hash, s.absent, s.{{who}} as who, {{covers_held}} as covered, {{window_of_held}} as window_date
    from source.{{table}} as s
    where s.authority = {{authority}} and s.scope = {{scope}} and (s.as_at, s.load_id) < ({{as_at}}, {{load_id}})
    order by s.business_key, s.occurrence, s.as_at desc, s.load_id desc
)
select
    told.row_no,
    coalesce(told.who, known.who) as who,
    known.who as who_before,
    coalesce(told.business_key, known.business_key) as business_key,
    coalesce(told.occurrence, known.occurrence) as occurrence,
    known.assertion_id as known,
    coalesce(told.window_date, known.window_date) as window_date,
    (case
        when told.duplicate then 'd'
        when told.row_no is null then case when known.absent or not known.covered then 'a' else 'r' end
        when known.assertion_id is not null and not known.absent and known.content_hash = told.content_hash then case when told.covered then 'u' else 'k' end
        else 's'
    end)::"char" as kind
from told
full join known on known.business_key = told.business_key and known.occurrence = told.occurrence;
