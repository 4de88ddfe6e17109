-- title:   What holds of records that seem to be new
-- purpose: Held as absent: the tombstone's place is taken. Held with other content, which another row of the file says again: which of the
--          two is the first occurrence is not for these rows alone to say (kind ?)
-- inputs:  verdict
update verdict
set held = s.ctid, kind = case when s.absent then 'n' else '?' end
from landing.{{table}} as l, source.{{table}} as s
where verdict.kind = 'n' and l.ctid = verdict.landed
  and {{same_record_as_l}} and s.occurrence = verdict.occurrence and s.holds and s.authority = {{authority}} and s.scope = {{scope}};
