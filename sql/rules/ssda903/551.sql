-- rule:    551
-- title:   Child is placed for adoption (A3-A6) but no decision date to place for adoption is recorded
-- fields:  DATE_PLACED, PLACE
-- reports: Episodes
-- reads:   episodes, placed_adoption
-- needs:   Episodes, PlacedAdoption
-- source:  SSDA903 validation rules, 551
-- found:   The child is placed for adoption (A3 to A6), but there is no date of a decision that the child should be placed.
-- fix:     Give the date of the decision that the child should be placed for adoption, or correct the placement type.
-- notes:   QUIRK: of several decisions one without a date is enough.
-- version: 2022-23
select 'Episodes' as module, e.row_id
from episodes e
where e.place in ('A3', 'A4', 'A5', 'A6')
    and not exists (select from placed_adoption p where p.child = e.child)
union all
select 'Episodes', e.row_id
from episodes e
join placed_adoption p using (child)
where e.place in ('A3', 'A4', 'A5', 'A6')
    and p.date_placed_text is null
