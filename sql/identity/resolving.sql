-- title:   The subjects to be resolved again
-- purpose: New ones, and all that name something which social care has changed: a value that is new or gone, or any identifier of a
--          child whose dates of birth or names changed. What is left out cannot come out otherwise than it stands
-- grain:   one row per subject and authority
-- inputs:  known_as_before, known_name_before, local_ids, touched_persons, identity.known_as, identity.known_name, identity.node, identity.subject
create temporary table renamed on commit drop as
with known_now as (
    select k.person_key, k.authority, k.date_of_birth, k.forename, k.surname from identity.known_name as k join touched_persons using (person_key)
),
known_then as (
    select person_key, authority, date_of_birth, forename, surname from known_name_before
),
gone as (
    select * from known_then except select * from known_now
),
come as (
    select * from known_now except select * from known_then
)
select person_key from gone
union
select person_key from come;

create temporary table changed_value on commit drop as
with known_now as (
    select k.person_key, k.authority, k.kind, k.value from identity.known_as as k join touched_persons using (person_key)
),
known_then as (
    select person_key, authority, kind, value from known_as_before
),
gone as (
    select * from known_then except select * from known_now
),
come as (
    select * from known_now except select * from known_then
)
select authority, kind, value from gone
union
select authority, kind, value from come
union
select authority, 'local_id', local_id from local_ids where founded
union
select k.authority, k.kind, k.value from identity.known_as as k join renamed using (person_key)
union
select n.authority, 'local_id', n.identifier from identity.node as n join renamed using (person_key) where n.system = 'social-care';
analyze changed_value;

create temporary table resolving on commit drop as
select s.subject, s.authority from identity.subject as s where s.outcome is null
union
select s.subject, s.authority
from changed_value as c
join identity.subject as s on s.local_id = c.value and s.authority = c.authority
where c.kind = 'local_id'
union
select s.subject, s.authority
from changed_value as c
join identity.subject as s on s.nhs_number = c.value and s.authority = c.authority
where c.kind = 'nhs_number'
union
select s.subject, s.authority
from changed_value as c
join identity.subject as s on s.upn = c.value and s.authority = c.authority
where c.kind in ('upn', 'former_upn')
union
select s.subject, s.authority
from changed_value as c
join identity.subject as s on s.former_upn = c.value and s.authority = c.authority
where c.kind in ('upn', 'former_upn')
union
select s.subject, s.authority
from changed_value as c
join identity.subject as s on s.reference = c.value and 'reference:' || s.system = c.kind and s.authority = c.authority;
