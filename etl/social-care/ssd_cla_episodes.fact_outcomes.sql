-- title:   Yearly outcomes (OC2), from the case system
-- purpose: For each collection year through which a child was looked after: score, convictions, checks, immunisations and substance misuse
-- into:    star.fact_outcomes
-- inputs:  source.ssd_person, source.ssd_sdq_scores, source.ssd_cla_convictions, source.ssd_cla_health, source.ssd_cla_immunisations,
--          source.ssd_cla_substance_misuse, source.ssd_cla_reviews, source.ssd_cla_visits
-- rules:   convicted is asked from 10 at 31 March (formats/ssda903.yaml, OC2.CONVICTED); health assessment and dental check in the year
--          count when they were done; a child under 5 is assessed twice a year (Care Planning, Placement and Case Review Regulations 2010,
--          regulation 7), and the return's answer is whether the assessments of the year took place
-- edges:   the case system has no field for health surveillance under 5 and for help that was offered and not taken up: both stay
--          empty. Immunisations are known as last recorded: for years that ended before that day they stay empty. Years are those with
--          an episode on 1 April and one that goes on to 31 March, up to the year of the last review, visit or check on record;
--          whether care was unbroken, the return decides
with in_care as (
    select
        t.person_key, t.authority, t.identifier, h.clae_cla_episode_start_date as decom, h.clae_cla_episode_ceased_date as dec,
        h.scope, h.as_at, h.occurrence, h.assertion_id, h.business_key
    from touched as t
    join source.ssd_cla_episodes as h on h.clae_person_id = t.identifier and h.authority = t.authority
    where {{usable}} and h.clae_cla_episode_start_date is not null
),
known as (
    -- up to which day the case system tells of the child: an open episode says nothing of a year that has not come
    select e.person_key, max(greatest(e.decom, e.dec, k.day)) as day
    from in_care as e
    left join lateral (
        select greatest(
            (select max(r.clar_cla_review_date) from source.ssd_cla_reviews as r
             where r.clar_cla_person_id = e.identifier and r.authority = e.authority and r.holds and not r.absent and r.unusable is null),
            (select max(v.clav_cla_visit_date at time zone 'Europe/London')::date from source.ssd_cla_visits as v
             where v.clav_person_id = e.identifier and v.authority = e.authority and v.holds and not v.absent and v.unusable is null),
            (select max(z.clah_health_check_date) from source.ssd_cla_health as z
             where z.clah_person_id = e.identifier and z.authority = e.authority and z.holds and not z.absent and z.unusable is null
               and coalesce(z.clah_health_check_status, 'Completed') = 'Completed')) as day
    ) as k on true
    group by e.person_key
),
years as (
    select distinct on (e.person_key, y.year)
        e.*, y.year || '-' || right((y.year + 1)::text, 2) as collection_year, make_date(y.year, 4, 1) as year_start, make_date(y.year + 1, 3, 31) as year_end
    from in_care as e
    join known as n using (person_key)
    cross join lateral generate_series(
        extract(year from e.decom - interval '3 months')::integer,
        extract(year from coalesce(e.dec, n.day) - interval '3 months')::integer) as y (year)
    -- the episode that goes on to the year's end
    where e.decom <= make_date(y.year + 1, 3, 31) and (e.dec is null or e.dec >= make_date(y.year + 1, 3, 31))
      and exists (
        select from in_care as first
        where first.person_key = e.person_key and first.decom <= make_date(y.year, 4, 1) and (first.dec is null or first.dec >= make_date(y.year, 4, 1)))
    order by e.person_key, y.year, e.decom desc, e.business_key, e.occurrence
)
select
    y.person_key, y.authority, y.collection_year,
    s.score as sdq_score, case when s.score is null then s.reason end as sdq_reason,
    case when y.year_end >= p.dob + interval '10 years' then (case when c.convicted then '1' else '0' end) end as convicted,
    null::text as health_check,
    case i.up_to_date when true then '1' when false then '0' end as immunisations,
    case when k.dental > 0 then '1' else '0' end as teeth_check,
    case when k.assessments >= case when y.year_end < p.dob + interval '5 years' then 2 else 1 end
         then '1' else '0' end as health_assessment,
    case when m.identified then '1' else '0' end as substance_misuse,
    case when m.identified then (case when m.received then '1' else '0' end) end as intervention_received,
    null::text as intervention_offered,
    y.scope, y.as_at, y.occurrence, y.assertion_id
from years as y
left join lateral (
    select d.pers_dob as dob
    from source.ssd_person as d
    where d.pers_person_id = y.identifier and d.authority = y.authority and d.holds and not d.absent and d.unusable is null
    order by d.occurrence
    limit 1
) as p on true
left join lateral (
    -- the last score of the year; without one the last reason
    select q.csdq_sdq_score as score, q.csdq_sdq_reason as reason
    from source.ssd_sdq_scores as q
    where q.csdq_person_id = y.identifier and q.authority = y.authority and q.holds and not q.absent and q.unusable is null
      and q.csdq_sdq_completed_date between y.year_start and y.year_end
    order by q.csdq_sdq_score is null, q.csdq_sdq_completed_date desc, q.business_key, q.occurrence
    limit 1
) as s on true
cross join lateral (
    select count(*) > 0 as convicted
    from source.ssd_cla_convictions as o
    where o.clac_person_id = y.identifier and o.authority = y.authority and o.holds and not o.absent and o.unusable is null
      and o.clac_cla_conviction_date between y.year_start and y.year_end
) as c
left join lateral (
    select v.clai_immunisations_status as up_to_date
    from source.ssd_cla_immunisations as v
    where v.clai_person_id = y.identifier and v.authority = y.authority and v.holds and not v.absent and v.unusable is null
      and coalesce(v.clai_immunisations_status_date, y.year_end) <= y.year_end
    order by v.clai_immunisations_status_date desc, v.occurrence
    limit 1
) as i on true
cross join lateral (
    select count(*) filter (where z.clah_health_check_type = 'DENTAL') as dental, count(*) filter (where z.clah_health_check_type = 'HEALTH') as assessments
    from source.ssd_cla_health as z
    where z.clah_person_id = y.identifier and z.authority = y.authority and z.holds and not z.absent and z.unusable is null
      and coalesce(z.clah_health_check_status, 'Completed') = 'Completed' and z.clah_health_check_date between y.year_start and y.year_end
) as k
cross join lateral (
    select count(*) > 0 as identified, bool_or(u.clas_intervention_received) as received
    from source.ssd_cla_substance_misuse as u
    where u.clas_person_id = y.identifier and u.authority = y.authority and u.holds and not u.absent and u.unusable is null
      and u.clas_substance_misuse_date between y.year_start and y.year_end and u.clas_substance_misused is distinct from 'NONE'
) as m
