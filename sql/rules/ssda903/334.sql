-- rule:    334
-- title:   Adoption decision date is before the child's latest period of care began
-- fields:  DATE_INT, DECOM, RNE
-- reports: Episodes, AD1
-- reads:   episodes, ad1
-- needs:   Episodes, AD1
-- source:  SSDA903 validation rules, 334
-- found:   The decision that the child should be placed for adoption (DATE_INT) is earlier than the start of the latest period of care (reason S).
-- fix:     Give the decision that belongs to this period of care, or correct the start of the period.
-- notes:   Tested against the latest episode with reason S; DfE's comment beside the rule speaks of the first such episode and the date placed.
--          Children without such an episode in this year's file are not tested. The reference implementation gives no result when any child's S
--          episodes have no readable start.
-- version: 2022-23
with latest_starts as (
    select distinct on (child) child, row_id, decom
    from episodes
    where rne = 'S' and child is not null and decom is not null
    order by child, decom desc, row_id
),
failing as (
    select s.row_id as episode_row, a.row_id as ad1_row
    from latest_starts s
    join ad1 a using (child)
    where a.date_int < s.decom
)
select 'Episodes' as module, episode_row as row_id from failing
union all
select 'AD1', ad1_row from failing
