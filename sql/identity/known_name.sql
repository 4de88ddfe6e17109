-- title:   Dates of birth and names that social care holds
-- purpose: What the mappings tell, names folded
-- into:    identity.known_name
-- inputs:  told
select distinct person_key, authority, date_of_birth, identity.folded_name(forename) as forename, identity.folded_name(surname) as surname
from told
where date_of_birth is not null or (forename is not null and surname is not null)
