-- title:   What the snapshot leaves out
-- purpose: Records that hold and that the file neither says again nor says otherwise: r retired. Looked for only where counts say there are some
insert into verdict (who, occurrence, held, kind)
select s.{{who}}, s.occurrence, s.ctid, 'r'
from source.{{table}} as s
where s.holds and not s.absent and s.authority = {{authority}} and s.scope = {{scope}} and {{covers_held}}
  and not exists (
    select from landing.{{table}} as l
    where l.business_key = s.business_key and coalesce(l.occurrence, 1::smallint) = s.occurrence and l.duplicate is not true);
