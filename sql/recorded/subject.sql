-- title:   Persons that agencies had named
-- purpose: Subjects of the files of by then. What came of them is found out again
-- grain:   one row per subject and authority
select
    s.system, s.authority, s.subject, s.local_id, s.nhs_number, s.upn, s.former_upn, s.reference, s.date_of_birth, s.forename, s.surname,
    s.not_valid, s.bare, s.first_load, null::text as outcome
from identity.subject as s
join ops.load as l on l.load_id = s.first_load
join ops.delivery as d using (delivery_id)
where d.published_at <= {{moment}}
