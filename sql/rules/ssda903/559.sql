-- rule:    559
-- title:   Decision to place predates this collection year but last year's return has no decision date
-- fields:  DATE_PLACED
-- reports: PlacedAdoption
-- reads:   placed_adoption, placed_adoption_last
-- needs:   PlacedAdoption, PlacedAdoption_last
-- source:  SSDA903 validation rules, 559
-- found:   The decision to place for adoption was made before this year, but last year's return has no date of a decision for the child.
-- fix:     Correct the date of the decision, or last year's record if the decision was left out of it.
-- notes:   QUIRK: of several decisions last year one without a date is enough; a child who came with an older decision from another authority is
--          flagged.
-- version: 2022-23
select 'PlacedAdoption' as module, p.row_id
from placed_adoption p
where p.date_placed < :year_start
    and not exists (select from placed_adoption_last l where l.child = p.child)
union all
select 'PlacedAdoption', p.row_id
from placed_adoption p
join placed_adoption_last l using (child)
where p.date_placed < :year_start
    and l.date_placed is null
