-- title:   Identifiers that social care holds
-- purpose: What the mappings tell, written the canonical way; what cannot be such an identifier is left out
-- into:    identity.known_as
-- inputs:  told
select distinct person_key, authority, kind, value
from (
    -- offset 0: written once, not once more for the condition
    select person_key, authority, kind, identity.canonical_identifier(kind, value) as value from told offset 0
) as canonical
where value is not null
