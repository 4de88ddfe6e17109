-- rule:    SW19STG2
-- title:   Child has another social worker episode starting on the same date
-- fields:  SW_DEC, SW_DECOM
-- reports: SWEpisodes
-- reads:   sw_episodes
-- needs:   SWEpisodes
-- source:  SSDA903 validation rules, SW19STG2
-- found:   The child has another social worker episode that starts on the same date.
-- fix:     Correct one of the start dates, or take the repeated episode out.
-- notes:   QUIRK: the first of the rows that start together is not flagged, and the dates are compared as text; the other reading flags
--          every one of them by date. Rows without CHILD belong to nobody and are left out.
-- version: 2025-26
with numbered as (
    select row_id, row_number() over (partition by child, sw_decom_text order by row_id) as occurrence
    from sw_episodes
    where child is not null
)
select 'SWEpisodes' as module, row_id
from numbered
where occurrence > 1
