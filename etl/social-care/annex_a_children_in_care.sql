-- title:   Children in care, list 8 of Annex A
-- purpose: How assertions of this dataset become star.fact_episode for the children touched. The list has one row a child: what is known is
--          the period of care and the episode it is in, which began when the legal status or the placement last changed
-- into:    star.fact_episode
-- inputs:  source.ssda903_episodes, source.ssd_cla_episodes
-- rules:   only of children whose episodes neither the return nor the Standard Safeguarding Dataset has: those tell every episode and
--          this list two dates, which would cut an episode in two where only the type of a placement changed
-- edges:   of the time between the start of care and that episode only that the child was looked after is known: it is an episode
--          without legal status and placement
with listed as (
    select
        t.person_key, h.authority, h.period_start_date, h.period_end_date, h.reason_ceased, h.legal_status_start, h.placement_start_date,
        h.legal_status, h.placement_type, h.placement_provider, h.placement_postcode, h.placement_urn,
        case when h.category_of_need in ('N9', 'N0') then null else h.category_of_need end as need,
        greatest(h.period_start_date, h.legal_status_start, h.placement_start_date) as latest_start,
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
)
select
    person_key, authority, latest_start as decom,
    case
        when latest_start = period_start_date then 'S'
        when legal_status_start = placement_start_date then 'B'
        when latest_start = legal_status_start then 'L'
        else 'P'
    end as rne,
    legal_status as ls, need as cin, placement_type as place, placement_provider as place_provider,
    period_end_date as dec, reason_ceased as rec, null::text as reason_place_change, null::text as home_post, placement_postcode as pl_post,
    placement_urn as urn,
    scope, as_at, occurrence, assertion_id
from listed
union all
select
    person_key, authority, period_start_date, 'S', null, need, null, null, latest_start, 'X1', null, null, null, null,
    scope, as_at, occurrence, assertion_id
from listed
where latest_start > period_start_date
