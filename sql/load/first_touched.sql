-- title:   Whom the first file of a scope touches
-- purpose: The local ids, the subjects or the records whose star rows must be derived: all of the file
insert into {{touched}}
select distinct {{authority}}, s.{{who}} from source.{{table}} as s where s.load_id = {{load_id}} and s.{{who}} is not null;
