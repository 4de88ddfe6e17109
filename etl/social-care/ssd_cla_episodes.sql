-- title:   Episodes of care, from the case system
-- purpose: The episode with what the case system keeps elsewhere: the legal status of its first day, the placement it points to and the
--          home before care
-- into:    star.fact_episode
-- inputs:  source.ssd_legal_status, source.ssd_cla_placement, source.ssd_address
-- rules:   legal status: the code in force on the first day that began last (statuses that the return has no code for are left out).
--          The reason for a change of placement stands on the episode that ends with the placement while care goes on (REC X1).
--          Home is the home address on the day the period of care began
-- edges:   of two episodes from one day the open one, or the one that ended last, stands
select distinct on (t.person_key, h.clae_cla_episode_start_date)
    t.person_key, h.authority,
    h.clae_cla_episode_start_date as decom, h.clae_cla_episode_start_reason as rne, s.lega_legal_status as ls,
    h.clae_cla_primary_need_code as cin, p.clap_cla_placement_type as place, p.clap_cla_placement_provider as place_provider,
    h.clae_cla_episode_ceased_date as dec, h.clae_cla_episode_ceased_reason as rec,
    case when h.clae_cla_episode_ceased_reason = 'X1' and p.clap_cla_placement_end_date = h.clae_cla_episode_ceased_date
         then p.clap_cla_placement_change_reason end as reason_place_change,
    a.addr_address_postcode as home_post, p.clap_cla_placement_postcode as pl_post, p.clap_cla_placement_urn as urn,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_cla_episodes as h on h.clae_person_id = t.identifier and h.authority = t.authority
left join lateral (
    select l.lega_legal_status
    from source.ssd_legal_status as l
    where l.lega_person_id = h.clae_person_id and l.authority = h.authority and l.holds and not l.absent and l.unusable is null
      and l.lega_legal_status ~ '^([CDEJLV][0-9])$'
      and l.lega_legal_status_start_date <= h.clae_cla_episode_start_date
      and (l.lega_legal_status_end_date is null or l.lega_legal_status_end_date > h.clae_cla_episode_start_date)
    order by l.lega_legal_status_start_date desc, l.business_key, l.occurrence
    limit 1
) as s on true
left join lateral (
    select c.clap_cla_placement_type, c.clap_cla_placement_provider, c.clap_cla_placement_end_date, c.clap_cla_placement_change_reason,
           c.clap_cla_placement_postcode, c.clap_cla_placement_urn
    from source.ssd_cla_placement as c
    where c.clap_person_id = h.clae_person_id and c.clap_cla_placement_id = h.clae_cla_placement_id and c.authority = h.authority
      and c.holds and not c.absent and c.unusable is null
    order by c.occurrence
    limit 1
) as p on true
left join lateral (
    select d.addr_address_postcode
    from source.ssd_address as d
    where d.addr_person_id = h.clae_person_id and d.authority = h.authority and d.holds and not d.absent and d.unusable is null
      and d.addr_address_type = 'HOME' and d.addr_address_start_date <= coalesce(h.clae_entered_care_date, h.clae_cla_episode_start_date)
      and (d.addr_address_end_date is null or d.addr_address_end_date >= coalesce(h.clae_entered_care_date, h.clae_cla_episode_start_date))
    order by d.addr_address_start_date desc, d.business_key, d.occurrence
    limit 1
) as a on true
where {{usable}} and h.clae_cla_episode_start_date is not null
order by t.person_key, h.clae_cla_episode_start_date, h.clae_cla_episode_ceased_date desc nulls first, h.business_key, h.occurrence
