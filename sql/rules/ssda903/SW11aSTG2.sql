-- rule:    SW11aSTG2
-- title:   Social worker episode ended well before 31 March and no follow-on episode starts around then
-- fields:  SW_DEC
-- reports: SWEpisodes
-- reads:   sw_episodes_in_order
-- needs:   SWEpisodes
-- source:  SSDA903 validation rules, SW11aSTG2
-- found:   The previous social worker episode ended well before 31 March, and this one does not start within five days of that end.
-- fix:     Correct the dates, or add the social worker episode in between.
-- notes:   QUIRK: the row flagged is the one that follows, and the last row of a child is never tested for lacking one.
-- version: 2023-24
select 'SWEpisodes' as module, row_id
from sw_episodes_in_order
where previous_sw_dec <= :year_end - 5
  and (sw_decom between previous_sw_dec - 5 and previous_sw_dec + 5) is not true
