-- title:   Missing episodes per child
-- purpose: Which children went missing or were away without authorisation, how often, and for how long.
-- grain:   one row per child
-- inputs:  star.fact_missing, concepts.children_as_known
-- rules:   an episode counts in the window in which it began; M is missing, A is away without authorisation (code set missing)
-- edges:   an episode without an end is still going on: its days are counted to the last day of the window
with params as (
    select date '2026-04-01' as first_day, date '2026-09-30' as last_day
),
begun as (
    select
        m.person_key, m.authority, m.missing, m.mis_start,
        least(coalesce(m.mis_end, params.last_day), params.last_day) - m.mis_start as days
    from params
    join star.fact_missing as m on m.mis_start between params.first_day and params.last_day
)
select
    k.child,
    count(*) filter (where b.missing = 'M') as times_missing,
    count(*) filter (where b.missing = 'A') as times_away,
    max(b.days) as longest_in_days,
    sum(b.days) as days_in_all,
    max(b.mis_start) as newest
from params
cross join begun as b
join concepts.children_as_known(params.last_day) as k on k.person_key = b.person_key and k.authority = b.authority
group by k.child
order by count(*) desc, k.child;
