-- title:   Children's ways to adoption
-- purpose: The steps to permanence beside one another, so that the days between them can be counted
-- into:    star.fact_adoption_process
-- inputs:  star.fact_permanence_milestone, star.fact_sibling_group, star.fact_period_of_care
-- rules:   a way begins with the decision that the child should be placed for adoption. Two agencies that tell the decision with different
--          days tell of one way: another begins only where the one before was reversed. A step belongs to the way that had begun, and
--          one before every decision (a child who was fostered by the later adopters) to the first; of several days told for it the
--          earliest counts
-- edges:   the household is that of the newest telling within the way
with steps as (
    select person_key, authority, milestone, reached, detail, dataset, assertion_id
    from star.fact_permanence_milestone
    where {{of_touched}}
),
decisions as (
    select person_key, authority, reached as decision, lag(reached) over (partition by person_key order by reached) as one_before, dataset, assertion_id
    from steps
    where milestone = 'decision'
),
beginnings as (
    select d.person_key, d.authority, d.decision, d.dataset, d.assertion_id
    from decisions as d
    where d.one_before is null or exists (
        select from steps as r
        where r.person_key = d.person_key and r.milestone = 'reversed' and r.reached > d.one_before and r.reached <= d.decision)
),
ways as (
    select
        person_key, authority, decision, dataset, assertion_id,
        case when row_number() over by_child = 1 then date '-infinity' else decision end as from_day,
        lead(decision, 1, date 'infinity') over by_child as before_day
    from beginnings
    window by_child as (partition by person_key order by decision)
)
select
    w.person_key, w.authority, w.decision,
    (select max(p.started) from star.fact_period_of_care as p
     where p.person_key = w.person_key and p.started <= w.decision and (p.ended is null or p.ended >= w.decision)) as entered_care,
    min(s.reached) filter (where s.milestone = 'placement_order') as placement_order,
    min(s.reached) filter (where s.milestone = 'matched') as matched,
    min(s.reached) filter (where s.milestone = 'placed') as moved_in,
    min(s.reached) filter (where s.milestone = 'placed_ffa') as fostered_for_adoption,
    min(s.reached) filter (where s.milestone = 'placed_with_foster_carer') as with_carer_since,
    min(s.reached) filter (where s.milestone = 'order' and s.detail = 'ADOPTION') as adoption_order,
    min(s.reached) filter (where s.milestone = 'reversed') as reversed,
    (array_agg(s.detail order by s.reached, s.detail) filter (where s.milestone = 'reversed' and s.detail is not null))[1] as reversed_reason,
    (select g.family from star.fact_sibling_group as g
     where g.person_key = w.person_key and g.family is not null and g.decided >= w.decision and g.decided < w.before_day
     order by g.decided desc limit 1) as adopter_household,
    (array_agg(s.detail order by s.reached, s.detail) filter (where s.milestone = 'placed' and s.detail is not null))[1] as agency_urn,
    w.dataset, w.assertion_id
from ways as w
join steps as s on s.person_key = w.person_key and s.reached >= w.from_day and s.reached < w.before_day
group by w.person_key, w.authority, w.decision, w.from_day, w.before_day, w.dataset, w.assertion_id
