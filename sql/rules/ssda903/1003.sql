-- rule:    1003
-- title:   Decision to place for adoption is dated before the child started to be looked after
-- fields:  DATE_PLACED, DECOM, RNE
-- reports: Episodes, PlacedAdoption
-- reads:   episodes, placed_adoption
-- needs:   Episodes, PlacedAdoption
-- source:  SSDA903 validation rules, 1003
-- found:   The decision that the child be placed for adoption is dated before the child started to be looked after.
-- fix:     Correct the date of the decision, or the start of the episode in which the child became looked after.
-- notes:   The first episode with RNE S in this year's file is compared.
-- version: 2022-23
with first_start as (
    select distinct on (child) child, row_id, decom
    from episodes
    where child is not null and rne = 'S' and decom is not null
    order by child, decom, row_id
), failing as (
    select e.row_id as episode_row, p.row_id as placed_adoption_row
    from placed_adoption p
    join first_start e using (child)
    where p.date_placed < e.decom
)
select 'Episodes' as module, episode_row as row_id from failing
union all
select 'PlacedAdoption', placed_adoption_row from failing
