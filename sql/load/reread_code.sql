-- title:   A spelling read as its code
-- purpose: Once a spelling is known to mean a code, the records that hold it are read as they would have been, had the list known it: the
--          code stands in the column, the spelling beside it in raw
-- rules:   content and hash stay: what the agency wrote has not changed
update source.{{table}} as s
set {{column}} = {{code}}, raw = jsonb_build_object({{name}}, s.{{column}}) || coalesce(s.raw, '{}')
where s.{{column}} = any ({{spellings}})
