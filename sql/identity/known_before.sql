-- title:   What was known of the persons touched
-- purpose: Kept for a moment, so that it can be seen what the delivery changes in what social care knows of its children
-- inputs:  touched_persons, identity.known_as, identity.known_name
create temporary table known_as_before on commit drop as
select k.person_key, k.authority, k.kind, k.value
from identity.known_as as k
join touched_persons using (person_key);
create temporary table known_name_before on commit drop as
select k.person_key, k.authority, k.date_of_birth, k.forename, k.surname
from identity.known_name as k
join touched_persons using (person_key);
