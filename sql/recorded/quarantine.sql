-- title:   Rows set aside, and which of them were settled
-- purpose: Rows of the files of by then; open again where they were settled later
-- grain:   one row per row set aside
-- rules:   a row is settled by a newer file of its snapshot as soon as that file is published; that moment, and not the one noted, which
--          is when the newer file's command began, decides
with published as (
    select l.load_id, l.dataset, d.authority, d.scope, d.as_at, d.partial
    from ops.load as l
    join ops.delivery as d using (delivery_id)
    where d.published_at <= {{moment}}
),
judged as (
    select
        q.*,
        coalesce(
            case
                when q.resolution = 'a newer file was loaded' then exists (
                    select from published as n
                    where n.dataset = p.dataset and n.authority = p.authority and n.scope = p.scope and not n.partial
                      and (n.as_at, n.load_id) > (p.as_at, p.load_id))
                else q.resolved_at <= {{moment}}
            end, false) as settled
    from ops.quarantine as q
    join published as p using (load_id)
)
select
    quarantine_id, load_id, file_row, column_name, reason, fields,
    case when settled then resolved_at end as resolved_at,
    case when settled then resolution end as resolution
from judged
