-- title:   A code taken back to its spelling
-- purpose: Where a spelling was decided on later, the records that hold it say again what they said: the inverse of sql/load/reread_code.sql
-- rules:   the text of the file stands in raw. It stood there before the reading only where blanks were around the spelling; blanks as in
--          Sources/Contracts/RowChecker.swift
update source.{{table}} as s
set
    {{column}} = v.spelling,
    raw = case when s.raw ->> {{name}} = v.spelling then nullif(s.raw - {{name}}, '{}') else s.raw end
from unnest({{spellings}}) as v (spelling)
where s.{{column}} = {{code}} and btrim(s.raw ->> {{name}}, e' \t\n\x0b\f\r') = v.spelling
