-- rule:    SW17STG2
-- title:   Child's latest social worker episode is closed, so none is open at 31 March
-- fields:  SW_DEC, SW_DECOM
-- reports: SWEpisodes
-- reads:   sw_episodes
-- needs:   SWEpisodes
-- source:  SSDA903 validation rules, SW17STG2
-- found:   The child's latest social worker episode has an end date, so no worker is allocated at 31 March.
-- fix:     Add the current allocation, or leave the end date of the latest one blank.
-- notes:   QUIRK: whether the child is still looked after at 31 March is not asked, nor is the end compared with it, so a child who left
--          care and whose worker finished is flagged as well. Dates are read strictly (dd/mm/yyyy), as everywhere; the reference
--          implementation reads other forms here.
-- version: 2025-26
with latest as (
    select distinct on (child) row_id, sw_dec_text
    from sw_episodes
    where child is not null
    order by child, sw_decom desc nulls last, row_id
)
select 'SWEpisodes' as module, row_id
from latest
where sw_dec_text is not null
