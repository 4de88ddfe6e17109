-- title:   Foster households with checks overdue
-- purpose: Which approved households have checks that should have been done, what they are, and who supervises them.
-- grain:   one row per household
-- inputs:  star.dim_foster_household, star.fact_foster_approval, star.fact_carer_check, star.fact_foster_capacity, star.fact_worker_post
-- rules:   overdue on a day: due before it and not done by it. The annual review is due within a year of approval or of the one before (Fostering Services
--          Regulations 2011, regulation 28), an unannounced visit yearly (national minimum standard 21)
-- edges:   children is the newest count of filled places up to the day; null where none was told
with params as (
    select date '2026-09-30' as on_day
),
overdue as (
    select c.authority, c.household, count(*) as checks, string_agg(distinct c.kind, ', ' order by c.kind) as kinds, min(c.due) as longest_since
    from params
    join star.fact_carer_check as c on c.due < params.on_day and (c.done is null or c.done > params.on_day)
    group by c.authority, c.household
)
select o.household, a.carer_type, o.checks, o.kinds, params.on_day - o.longest_since as days_overdue,
    (select f.filled from star.fact_foster_capacity as f
     where f.authority = o.authority and f.household = o.household and f.counted_on <= params.on_day order by f.counted_on desc limit 1) as children,
    coalesce(w.name, h.supervising_worker) as supervising_worker
from params
cross join overdue as o
join star.dim_foster_household as h on h.authority = o.authority and h.household = o.household and (h.left_on is null or h.left_on > params.on_day)
left join lateral (
    select f.carer_type from star.fact_foster_approval as f
    where f.authority = o.authority and f.household = o.household and f.approved_from <= params.on_day order by f.approved_from desc limit 1) as a on true
left join lateral (
    select p.name from star.fact_worker_post as p
    where p.authority = h.authority and p.worker = h.supervising_worker and p.started <= params.on_day order by p.started desc limit 1) as w on true
order by days_overdue desc, o.household;
