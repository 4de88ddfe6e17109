-- title:   Whom the file touches
-- purpose: The local ids whose star rows must be derived again
insert into touched_local (authority, local_id)
select distinct {{authority}}, local_id from verdict where kind in ('n', 'c', 'r', 's') and local_id is not null;
