-- title:   What holds, after a late file
-- purpose: For every record the file changed, the newest version by (as_at, delivery) holds
with newest as (
    select distinct on (s.business_key, s.occurrence) s.ctid as version, s.business_key, s.occurrence
    from source.{{table}} as s
    where s.authority = {{authority}} and s.scope = {{scope}}
      and exists (select from verdict as v where v.business_key = s.business_key and v.occurrence = s.occurrence and v.kind in ('s', 'k', 'r'))
    order by s.business_key, s.occurrence, s.as_at desc, s.load_id desc
)
update source.{{table}} as s
set holds = (s.ctid = newest.version)
from newest
where s.business_key = newest.business_key and s.occurrence = newest.occurrence
  and s.authority = {{authority}} and s.scope = {{scope}}
  and s.holds is distinct from (s.ctid = newest.version);
