-- rule:    SW12STG2
-- title:   No social worker episode covers an episode that starts or ends care within the two years
-- fields:  SW_DECOM
-- reports: Episodes
-- reads:   sw_episodes, episodes
-- needs:   SWEpisodes, Episodes
-- source:  SSDA903 validation rules, SW12STG2
-- found:   Care starts or ends with this episode, or it is still open, and no social worker episode of the child covers that point.
-- fix:     Add the social worker episode of that time, or correct its dates.
-- notes:   The reference implementation differs: it flags as soon as one social worker episode of the child does not cover the episode, so
--          most children with several. The specification has two more gaps, in which no true record could pass, and they are closed here:
--          it compares an open episode's missing end (here: the last day of the year), and it lets a start of care be covered only by a
--          worker allocated on or after it (here also by one who was allocated before and had not ended). To be looked after on 31 March,
--          which DfE's message mentions, is not tested.
-- version: 2023-24
with allocated as (
    -- an end that is blank or unreadable is open
    select child,
        min(sw_decom) as first_start,
        max(greatest(sw_decom, coalesce(sw_dec, 'infinity'))) as last_end
    from sw_episodes
    where child is not null and sw_decom is not null
    group by child
)
select 'Episodes' as module, e.row_id
from episodes e
left join allocated a using (child)
where (e.ls in ('V3', 'V4')) is not true
  and (e.rne = 'S' or e.rec is distinct from 'X1')
  and (
      (e.rec is distinct from 'X1' and a.first_start <= coalesce(e.dec, :year_end))
      or (e.rne = 'S' and a.last_end >= e.decom)
  ) is not true
-- version: 2024-25 only episodes that are open, or ended from a year before the first day of the year to its last day
with allocated as (
    -- an end that is blank or unreadable is open
    select child,
        min(sw_decom) as first_start,
        max(greatest(sw_decom, coalesce(sw_dec, 'infinity'))) as last_end
    from sw_episodes
    where child is not null and sw_decom is not null
    group by child
)
select 'Episodes' as module, e.row_id
from episodes e
left join allocated a using (child)
where (e.ls in ('V3', 'V4')) is not true
  and (e.rne = 'S' or e.rec is distinct from 'X1')
  and (e.dec is null or e.dec between :year_start - 365 and :year_end)
  and (
      (e.rec is distinct from 'X1' and a.first_start <= coalesce(e.dec, :year_end))
      or (e.rne = 'S' and a.last_end >= e.decom)
  ) is not true
