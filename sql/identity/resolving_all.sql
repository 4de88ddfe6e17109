-- title:   Every subject
-- purpose: What a rebuild resolves, and the first delivery of an agency outside social care
-- grain:   as sql/identity/resolving.sql
-- inputs:  identity.subject
create temporary table resolving on commit drop as
select subject, authority from identity.subject;
