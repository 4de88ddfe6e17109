-- rule:    199
-- title:   Child has an episode after an earlier episode that ended in adoption
-- fields:  CHILD
-- reports: Episodes
-- reads:   episodes, episodes_earlier
-- needs:   Episodes
-- source:  SSDA903 validation rules, 199
-- found:   The child has an episode although an earlier one, in this year's or an earlier return, ended in adoption.
-- fix:     Correct the reason why the earlier episode ended, or give the child a new identifier: a child who returns after adoption is not linked
--          to the earlier record.
-- notes:   All earlier returns given are searched; with last year's alone, older adoptions are not seen. REFERENCE DIFFERS when
--          episodes of one child start on the same day, where its order is arbitrary.
-- version: 2022-23
with adoptions as (
    select child, decom, 0 as years_back, row_id
    from episodes
    where rec in ('E11', 'E12')
      and child is not null
      and decom is not null
    union all
    select child, decom, :year - collection, row_id
    from episodes_earlier
    where rec in ('E11', 'E12')
      and child is not null
      and decom is not null
),
first_adoptions as (
    -- of episodes that start on one day, the newest return's come first, then the order of the file
    select distinct on (child) child, decom, years_back, row_id
    from adoptions
    order by child, decom, years_back, row_id
)
select 'Episodes' as module, e.row_id
from episodes e
join first_adoptions a using (child)
where (e.decom, 0, e.row_id) > (a.decom, a.years_back, a.row_id)
