-- title:   Late reviews by independent reviewing officer and caseload
-- purpose: Whether reviews run late where caseloads are high: each officer's children, and reviews held late or overdue.
-- grain:   one row per independent reviewing officer
-- inputs:  star.fact_review, star.fact_review_due, star.fact_iro_caseload
-- rules:   50 to 70 children for each full-time officer is what the IRO handbook thinks manageable. Late: held after the day it was due; overdue: due, and not
--          held by the last day of the window
-- edges:   reviews of which no due day was told are not counted
with params as (
    select date '2026-04-01' as first_day, date '2026-09-30' as last_day
),
caseloads as (
    select distinct on (c.iro) c.iro, c.fte, c.children
    from params
    join star.fact_iro_caseload as c on c.counted_on <= params.last_day
    order by c.iro, c.counted_on desc
),
held as (
    select r.iro, count(*) as held, count(*) filter (where r.review > r.due) as late, max(r.review - r.due) filter (where r.review > r.due) as longest_late
    from params
    join star.fact_review as r on r.due between params.first_day and params.last_day
    where r.iro is not null
    group by r.iro
),
overdue as (
    select d.iro, count(*) as overdue
    from params
    join star.fact_review_due as d on d.due < params.last_day
    group by d.iro
)
select coalesce(c.iro, h.iro) as iro, c.fte, c.children, round(c.children / nullif(c.fte, 0), 0) as children_full_time,
    coalesce(h.held, 0) as held, coalesce(h.late, 0) as late, round(100.0 * h.late / nullif(h.held, 0), 1) as percent_late, h.longest_late, coalesce(o.overdue, 0) as overdue
from caseloads as c
full join held as h on h.iro = c.iro
left join overdue as o on o.iro = coalesce(c.iro, h.iro)
order by children_full_time desc nulls last, iro;
