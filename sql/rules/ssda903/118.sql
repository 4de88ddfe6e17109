-- rule:    118
-- title:   Adoption-reversal date is before the collection year or before the child started to be looked after
-- fields:  DECOM, LS
-- reports: Episodes, PlacedAdoption
-- reads:   episodes, placed_adoption
-- needs:   Episodes, PlacedAdoption
-- source:  SSDA903 validation rules, 118
-- found:   The decision to place the child for adoption was reversed before this year began or before the child started to be looked after.
-- fix:     Correct the date of the reversal or the start of the first episode; leave out decisions that were reversed in an earlier year.
-- notes:   REFERENCE DIFFERS: it gives no result at all when one child's episodes other than short breaks all lack a readable DECOM; here only
--          that child is left out. The second field named by DfE was presumably DATE_PLACED_CEASED.
-- version: 2022-23
with first_longer_episodes as (
    -- the earliest of the episodes that are no short breaks
    select distinct on (child) row_id, child, decom
    from episodes
    where child in (select child from placed_adoption)
      and decom is not null
      and (ls in ('V3', 'V4')) is not true
    order by child, decom, row_id
),
failing as (
    select f.row_id as episode_row, p.row_id as placed_adoption_row
    from first_longer_episodes f
    join placed_adoption p using (child)
    where p.date_placed_ceased < f.decom
       or p.date_placed_ceased < :year_start
)
select 'Episodes' as module, episode_row as row_id from failing
union all
select 'PlacedAdoption', placed_adoption_row from failing
