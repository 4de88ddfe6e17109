-- rule:    117
-- title:   Adoption decision or reversal date is after the collection year or after the child stopped being looked after
-- fields:  DATE_PLACED_CEASED, DATE_PLACED, DEC, REC, DECOM
-- reports: Episodes, PlacedAdoption
-- reads:   episodes, placed_adoption
-- needs:   Episodes, PlacedAdoption
-- source:  SSDA903 validation rules, 117
-- found:   The decision to place the child for adoption, or its reversal, is dated after the end of the year or after the child's last episode
--          ended.
-- fix:     Correct the date of the decision or of its reversal, or the end date of the episode.
-- notes:   AMBIGUOUS: "latest episode where REC is not X1" is read as the latest of the episodes left when those with X1 are taken out; the other
--          reading is the latest of all, tested only if it is not X1. A child with no such episode is not tested, not even against the end of the
--          year.
-- version: 2022-23
with last_episodes as (
    -- the latest of the episodes that do not go on in another one
    select distinct on (child) row_id, child, dec
    from episodes
    where child in (select child from placed_adoption)
      and decom is not null
      and rec is distinct from 'X1'
    order by child, decom desc, row_id
),
failing as (
    select l.row_id as episode_row, p.row_id as placed_adoption_row
    from last_episodes l
    join placed_adoption p using (child)
    where p.date_placed > :year_end
       or p.date_placed > l.dec
       or p.date_placed_ceased > :year_end
       or p.date_placed_ceased > l.dec
)
select 'Episodes' as module, episode_row as row_id from failing
union all
select 'PlacedAdoption', placed_adoption_row from failing
