-- title:   Identifiers that social care holds
-- purpose: What the mappings tell, written the canonical way; what cannot be such an identifier is left out
-- into:    identity.known_as
-- inputs:  told
select distinct person_key, authority, kind, identity.canonical_identifier(kind, value) as value
from told
where identity.canonical_identifier(kind, value) is not null
