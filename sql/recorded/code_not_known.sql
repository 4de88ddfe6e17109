-- title:   Spellings that no code list knew
-- purpose: Those of the files of by then
-- grain:   one row per file, column and spelling
select c.*
from ops.code_not_known as c
join ops.load as l using (load_id)
join ops.delivery as d using (delivery_id)
where d.published_at <= {{moment}}
