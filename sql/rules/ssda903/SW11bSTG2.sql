-- rule:    SW11bSTG2
-- title:   Social worker episode ended in the last days before 31 March and nothing follows it
-- fields:  SW_DEC
-- reports: SWEpisodes
-- reads:   sw_episodes, sw_episodes_in_order
-- needs:   SWEpisodes
-- source:  SSDA903 validation rules, SW11bSTG2
-- found:   The social worker episode ended in the last days of the year (26 to 31 March), and the records do not show properly what
--          followed it.
-- fix:     Add the social worker episode that followed, with its start date, or correct the end date.
-- notes:   QUIRK: the last branch looks backwards only, so a change of worker from 26 to 31 March is flagged although another episode
--          follows, if it was not the child's first; and an undated follow-up is flagged instead of the episode that ended. The other
--          reading, DfE's wording: an episode ended in these days and the child has no later one.
-- version: 2023-24
with ended_late as (
    select distinct child
    from sw_episodes
    where sw_dec between :year_end - 5 and :year_end
),
backwards as (
    -- the start of the row before in time: the next one from the latest start back, ties in the order of the file
    select row_id, sw_dec,
        lead(sw_decom) over (partition by child order by sw_decom desc, row_id) as earlier_start
    from sw_episodes
    join ended_late using (child)
    where sw_decom is not null
)
select 'SWEpisodes' as module, row_id
from sw_episodes_in_order
where sw_decom is null
  and previous_sw_dec between :year_end - 5 and :year_end
union all
select 'SWEpisodes', row_id
from sw_episodes_in_order
where previous_row_id is null
  and next_row_id is null
  and sw_dec between :year_end - 5 and :year_end
union all
select 'SWEpisodes', row_id
from backwards
where sw_dec between :year_end - 5 and :year_end
  and earlier_start < sw_dec
