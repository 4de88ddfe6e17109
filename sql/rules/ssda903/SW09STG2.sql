-- rule:    SW09STG2
-- title:   Social worker episode lasts less than three days
-- fields:  SW_DECOM, SW_DEC
-- reports: SWEpisodes
-- reads:   sw_episodes
-- needs:   SWEpisodes
-- source:  SSDA903 validation rules, SW09STG2
-- found:   The social worker episode ends less than three days after it starts (up to 2024-25: on the same day).
-- fix:     Correct the start or end date, or leave so short an allocation out.
-- notes:   DfE's message still says less than 24 hours. Dates are read strictly (dd/mm/yyyy), as everywhere; the reference implementation
--          reads other forms here.
-- version: 2023-24
select row_id
from sw_episodes
where sw_dec_text = sw_decom_text
-- version: 2025-26 less than three days instead of the same text
select row_id
from sw_episodes
where sw_dec - sw_decom < 3
