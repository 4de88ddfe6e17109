-- rule:    521
-- title:   Adoption best-interest decision date (DATE_INT) is after the start of a placed-for-adoption episode
-- fields:  PLACE, DECOM, DATE_INT
-- reports: Episodes, AD1
-- reads:   episodes, ad1
-- needs:   Episodes, AD1
-- source:  SSDA903 validation rules, 521
-- found:   The decision that adoption is in the child's best interests (DATE_INT) is dated after an episode in a placement for adoption (A3 to A6)
--          began.
-- fix:     Correct the decision date, or the start or type of the placement.
-- version: 2022-23
with failing as (
    select e.row_id as episode_row, a.row_id as ad1_row
    from episodes e
    join ad1 a using (child)
    where e.place in ('A3', 'A4', 'A5', 'A6')
        and a.date_int > e.decom
)
select 'Episodes' as module, episode_row as row_id from failing
union all
select 'AD1', ad1_row from failing
