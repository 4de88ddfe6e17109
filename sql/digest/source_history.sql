-- title:   The history of a source table, whatever the order of arrival
-- purpose: What was known when: versions that repeat what was known before, and tombstones of what was never there, say nothing
-- grain:   one text per change of what was known of a record
select row(authority, scope, business_key, occurrence, as_at, content_hash, absent, unusable)::text as content
from (
    select
        s.*,
        lag(s.content_hash) over history as hash_before,
        lag(s.absent, 1, true) over history as absent_before
    from source.{{table}} as s
    window history as (partition by s.authority, s.scope, s.business_key, s.occurrence order by s.as_at, s.load_id)
) as versions
where not (absent and absent_before) and (absent is distinct from absent_before or content_hash is distinct from hash_before)
