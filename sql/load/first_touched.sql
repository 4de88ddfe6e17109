-- title:   Whom the first file of a scope touches
-- purpose: The local ids whose star rows must be derived: all of the file
insert into touched_local (authority, local_id)
select distinct {{authority}}, l.{{local_id}} from landing.{{table}} as l where l.{{local_id}} is not null;
