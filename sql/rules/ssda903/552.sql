-- rule:    552
-- title:   Decision to place for adoption is dated after the child's first placed-for-adoption episode began
-- fields:  DATE_PLACED, DECOM
-- reports: Episodes, PlacedAdoption
-- reads:   episodes, placed_adoption
-- needs:   Episodes, PlacedAdoption
-- source:  SSDA903 validation rules, 552
-- found:   The decision that the child should be placed for adoption is dated after the child's first placement for adoption began.
-- fix:     Correct the date of the decision, or the start or type of the placement.
-- notes:   QUIRK: the first placement is compared with the LATEST decision, so a child with a reversed decision, a placement and a new decision is
--          flagged as well.
-- version: 2022-23
with first_placement_for_adoption as (
    select distinct on (child) child, row_id, decom
    from episodes
    where child is not null
        and decom is not null
        and place in ('A3', 'A4', 'A5', 'A6')
    order by child, decom, row_id
),
latest_decision as (
    select distinct on (child) child, row_id, date_placed
    from placed_adoption
    where child is not null
        and date_placed is not null
    order by child, date_placed desc, row_id
),
failing as (
    select e.row_id as episode_row, p.row_id as placed_adoption_row
    from first_placement_for_adoption e
    join latest_decision p using (child)
    where e.decom < p.date_placed
)
select 'Episodes' as module, episode_row as row_id from failing
union all
select 'PlacedAdoption', placed_adoption_row from failing
