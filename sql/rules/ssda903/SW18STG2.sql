-- rule:    SW18STG2
-- title:   Social worker episode ends on or before the day it starts
-- fields:  SW_DEC, SW_DECOM
-- reports: SWEpisodes
-- reads:   sw_episodes
-- needs:   SWEpisodes
-- source:  SSDA903 validation rules, SW18STG2
-- found:   The social worker episode does not end after the day on which it starts.
-- fix:     Correct the start or the end date.
-- notes:   AMBIGUOUS: DfE's message says only 'before' and would let the same day pass. Every row flagged here is flagged by SW09STG2 as
--          well. Dates are read strictly (dd/mm/yyyy), as everywhere; the reference implementation reads other forms here.
-- version: 2025-26
select row_id
from sw_episodes
where sw_dec <= sw_decom
