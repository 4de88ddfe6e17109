-- title:   Police called and no crime recorded, by home
-- purpose: Where the police are called to children's homes for what a parent would settle: incidents, calls, and calls that led to no crime.
-- grain:   one row per home
-- inputs:  star.fact_home_incident, star.dim_placement_provider
-- rules:   a call led to no crime where none was recorded; incidents count in the window in which they happened, by the day in London
-- edges:   homes that Ofsted's list does not have stand with their number only; a call of which nobody says whether a crime was recorded is counted apart
with params as (
    select date '2025-10-01' as first_day, date '2026-09-30' as last_day
)
select i.urn, p.name, p.sector, p.places,
    count(*) as incidents,
    count(*) filter (where i.police_called) as police_called,
    count(*) filter (where i.police_called and not i.crime_recorded) as called_no_crime,
    count(*) filter (where i.police_called and i.crime_recorded is null) as called_not_told,
    count(*) filter (where i.restorative) as settled_restoratively,
    round(100.0 * count(*) filter (where i.police_called and not i.crime_recorded) / nullif(count(*) filter (where i.police_called), 0), 0) as percent_no_crime
from params
join star.fact_home_incident as i on (i.occurred_at at time zone 'Europe/London')::date between params.first_day and params.last_day
left join star.dim_placement_provider as p on p.urn = i.urn
group by i.urn, p.name, p.sector, p.places
order by called_no_crime desc, incidents desc, i.urn;
