-- title:   What no longer holds
-- purpose: The versions that a further version took the place of
update source.{{table}} as s
set holds = false
from verdict as v
where s.ctid = v.held;
