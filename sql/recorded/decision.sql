-- title:   Decisions that had been made
-- purpose: Ties made by the moment; standing again where they were undone later
-- grain:   one row per decision
select
    c.decision_id, c.system, c.authority, c.identifier, c.person_key, c.basis, c.reason, c.decided_at,
    case when c.undone_at <= {{moment}} then c.undone_at end as undone_at,
    case when c.undone_at <= {{moment}} then c.undone_reason end as undone_reason
from identity.decision as c
where c.decided_at <= {{moment}}
