-- title:   A code taken back to its spelling
-- purpose: Where a spelling was decided on later, the records that hold it say again what they said: the inverse of sql/load/reread_code.sql
-- rules:   the spelling stands in raw; it stood there before only where the text had spaces around it
update source.{{table}} as s
set
    {{column}} = v.spelling,
    raw = case when s.raw ->> {{name}} = v.spelling then nullif(s.raw - {{name}}, '{}') else s.raw end
from unnest({{given}}, {{spellings}}) as v (given, spelling)
where s.{{column}} = {{code}} and s.raw ->> {{name}} in (v.given, v.spelling)
