-- rule:    234
-- title:   Placement change due to custody recorded for a child under 10
-- fields:  REASON_PLACE_CHANGE, DOB
-- reports: Episodes, Header
-- reads:   episodes_in_order, header
-- needs:   Episodes, Header
-- source:  SSDA903 validation rules, 234
-- found:   The placement changed because the child went into custody (CUSTOD on the episode before), but the child was under 10 when this episode
--          began.
-- fix:     Correct the reason for placement change on the episode before, the date of birth or the dates of the episodes.
-- notes:   The move takes effect when the next episode begins, so that episode is flagged. The reference implementation tests the reason and the
--          start date of the same row and flags that row; DfE's wording does not say which of the two.
-- version: 2025-26
with failing as (
    select e.row_id as episode_row, h.row_id as header_row
    from episodes_in_order e
    join header h using (child)
    where e.previous_reason_place_change = 'CUSTOD' and e.decom < h.dob + interval '10 years'
)
select 'Episodes' as module, episode_row as row_id from failing
union all
select 'Header', header_row from failing
