-- title:   Care leavers not in touch
-- purpose: For keep-in-touch work: care leavers with whom there has been no contact for eight weeks, longest first.
-- grain:   one row per young person
-- inputs:  star.fact_care_leaver_position, concepts.children_as_known
-- rules:   the local position, not the return's: a contact at least every eight weeks (measure cl_visits_8_weeks); the newest position told up to the day
--          counts
-- edges:   who no longer receives the service is left out; one who was never reached comes first; nobody is asked for who died
with params as (
    select date '2026-09-30' as on_day
),
positions as (
    select distinct on (p.person_key) p.*
    from params
    join star.fact_care_leaver_position as p on p.told_on <= params.on_day
    order by p.person_key, p.told_on desc
)
select k.child, extract(year from age(params.on_day, k.dob)) as age, p.eligibility, p.in_touch, p.latest_contact, params.on_day - p.latest_contact as days_since,
    p.accommodation, p.suitable, p.activity, p.personal_adviser
from params
cross join positions as p
join concepts.children_as_known(params.on_day) as k on k.person_key = p.person_key and k.authority = p.authority
where not p.ended and coalesce(p.in_touch, '') <> 'DIED'
  and (p.latest_contact is null or p.latest_contact < params.on_day - 56)
order by p.latest_contact nulls first, k.child;
