-- title:   Rows of files whose person is not known
-- purpose: How many rows that each of a dataset's files added to source wait, noted with the file
-- grain:   one row per file with such rows
-- inputs:  waiting_subject
update ops.load as l
set rows_waiting = w.rows
from (
    select s.load_id, count(*) as rows
    from waiting_subject as t
    join source.{{table}} as s on s.subject = t.subject and s.authority = t.authority
    where s.load_id = any (array[{{load_ids}}]) and not s.absent
    group by s.load_id
) as w
where w.load_id = l.load_id
returning l.load_id, l.rows_waiting
