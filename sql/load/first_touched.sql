-- title:   Whom the first file of a scope touches
-- purpose: The local ids, the subjects or the records whose star rows must be derived: all of the file
insert into {{touched}}
select distinct {{authority}}, l.{{who}} from landing.{{table}} as l where l.{{who}} is not null;
