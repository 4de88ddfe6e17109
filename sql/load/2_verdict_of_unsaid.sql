-- title:   What the rows mean that say something else than what holds
-- purpose: Beside what holds and was not said again: n new, c changed, u unchanged (of a key with further
--          occurrences), r retired. who: whom or what the row touches; who_before: whom the version it takes the place of did
-- grain:   one row per row of landing.<dataset> that is no duplicate, and one per retired record
-- inputs:  unsaid
create temporary table verdict on commit drop as
with unsaid_version as (
    select s.ctid as version, s.business_key, s.occurrence, s.{{who}} as who, s.content_hash
    from unsaid
    join source.{{table}} as s on s.ctid = unsaid.held
),
v as (
    select l.ctid as landed, l.business_key, coalesce(l.occurrence, 1::smallint) as occurrence, l.{{who}} as who, l.content_hash
    from landing.{{table}} as l
    where l.duplicate is not true
)
select
    v.landed,
    coalesce(v.who, unsaid_version.who) as who,
    unsaid_version.who as who_before,
    coalesce(v.occurrence, unsaid_version.occurrence) as occurrence,
    unsaid_version.version as held,
    (case
        when v.landed is null then 'r'
        when unsaid_version.version is null then 'n'
        when unsaid_version.content_hash = v.content_hash then 'u'
        else 'c'
    end)::"char" as kind
from v
full join unsaid_version using (business_key, occurrence);
analyze verdict;
