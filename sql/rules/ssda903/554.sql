-- rule:    554
-- title:   Decision to place for adoption is dated after the placement order (E1) took effect
-- fields:  DATE_PLACED, DECOM, LS
-- reports: Episodes, PlacedAdoption
-- reads:   episodes_in_order, periods_of_care, placed_adoption
-- needs:   Episodes, PlacedAdoption
-- source:  SSDA903 validation rules, 554
-- found:   The decision that the child should be placed for adoption is dated after the placement order (E1) took effect.
-- fix:     Correct the date of the decision, or the date from which the placement order is recorded.
-- notes:   REFERENCE DIFFERS: it leaves periods of care aside and tests only the child's first episode under a placement order in this year's file.
-- version: 2022-23
with first_placement_order as (
    select distinct on (e.child, p.first_position) e.child, e.row_id, e.decom
    from episodes_in_order e
    join periods_of_care p on p.child = e.child and e.position between p.first_position and p.last_position
    where e.ls = 'E1'
    order by e.child, p.first_position, e.position
),
failing as (
    select e.row_id as episode_row, p.row_id as placed_adoption_row
    from first_placement_order e
    join placed_adoption p using (child)
    where p.date_placed > e.decom
)
select 'Episodes' as module, episode_row as row_id from failing
union all
select 'PlacedAdoption', placed_adoption_row from failing
