-- title:   Findings that had been accepted
-- purpose: Acceptances of by then; in force again where they were withdrawn later
-- grain:   one row per acceptance
select
    a.acceptance_id, a.collection, a.authority, a.year, a.rule, a.module, a.child, a.row_number, a.key, a.content, a.reason, a.accepted_by, a.recorded_at,
    case when a.withdrawn_at <= {{moment}} then a.withdrawn_by end as withdrawn_by,
    case when a.withdrawn_at <= {{moment}} then a.withdrawn_at end as withdrawn_at
from validation.acceptance as a
where a.recorded_at <= {{moment}}
