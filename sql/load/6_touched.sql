-- title:   Whom the file touches
-- purpose: The local ids, the subjects or the records (of no child) whose star rows must be derived again; of a changed record
--          whom it was about before, too
insert into {{touched}}
select {{authority}}, who from verdict where kind in ('n', 'c', 'r', 's') and who is not null
union
select {{authority}}, who_before from verdict where kind in ('n', 'c', 'r', 's') and who_before <> who;
