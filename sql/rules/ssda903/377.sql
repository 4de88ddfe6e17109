-- rule:    377
-- title:   More than two temporary placements for carer's holiday (T3) in the year
-- fields:  PLACE
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 377
-- found:   The child has more than two temporary placements for the usual carer's holiday (T3) in the year.
-- fix:     Check that each was for a holiday of the carer, and record the others as the placements that they were.
-- notes:   QUIRK: the guidance means any twelve months; every T3 row of the file counts, whatever its dates.
-- version: 2022-23
with too_many as (
    select child
    from episodes
    where place = 'T3'
      and child is not null
    group by child
    having count(*) > 2
)
select 'Episodes' as module, e.row_id
from episodes e
join too_many using (child)
where e.place = 'T3'
