-- title:   Children in care, list 8 of Annex A
-- purpose: How assertions of this dataset become star.fact_episode for the children touched. The list has one row a child: the start of care,
--          of the legal status and of the placement. What lies between them are the episodes that can be told from it
-- into:    star.fact_episode
-- inputs:  source.ssda903_episodes, source.ssd_cla_episodes
-- rules:   only of children whose episodes neither the return nor the Standard Safeguarding Dataset has: those tell every episode, and
--          this list's three dates would cut in two what is one episode where only the type of a placement changed.
--          An episode begins on each of the three days, the first of them with the reason S, the others with what changed
-- edges:   before the day of the legal status its status is not known, and before that of the placement its placement; a status or a
--          placement that began before care did (a series of short breaks, a home of the family) is that of its first day
with listed as (
    select
        t.person_key, h.authority, h.period_start_date, h.period_end_date, h.reason_ceased,
        greatest(h.period_start_date, coalesce(h.legal_status_start, h.period_start_date)) as status_start,
        greatest(h.period_start_date, coalesce(h.placement_start_date, h.period_start_date)) as stay_start,
        h.legal_status, h.placement_type, h.placement_provider, h.placement_postcode, h.placement_urn,
        case when h.category_of_need in ('N9', 'N0') then null else h.category_of_need end as need,
        h.scope, h.as_at, h.occurrence, h.assertion_id
    from touched as t
    join source.annex_a_children_in_care as h on h.child_unique_id = t.identifier and h.authority = t.authority
    where {{usable}}
      and not exists (
        select from source.ssda903_episodes as e
        where e.child = h.child_unique_id and e.authority = h.authority and e.holds and not e.absent and e.unusable is null)
      and not exists (
        select from source.ssd_cla_episodes as e
        where e.clae_person_id = h.child_unique_id and e.authority = h.authority and e.holds and not e.absent and e.unusable is null)
),
begun as (
    select listed.*, b.begins, lead(b.begins) over (partition by person_key, assertion_id order by b.begins) as next_begins
    from listed
    cross join lateral (
        select distinct day.begins from (values (period_start_date), (status_start), (stay_start)) as day (begins)) as b
)
select
    person_key, authority, begins as decom,
    case
        when begins = period_start_date then 'S'
        when begins = status_start and begins = stay_start then 'B'
        when begins = status_start then 'L'
        else 'P'
    end as rne,
    case when begins >= status_start then legal_status end as ls, need as cin,
    case when begins >= stay_start then placement_type end as place, case when begins >= stay_start then placement_provider end as place_provider,
    coalesce(next_begins, period_end_date) as dec, case when next_begins is not null then 'X1' else reason_ceased end as rec,
    null::text as reason_place_change, null::text as home_post, case when begins >= stay_start then placement_postcode end as pl_post,
    case when begins >= stay_start then placement_urn end as urn,
    scope, as_at, occurrence, assertion_id
from begun
