-- rule:    584
-- title:   Decision-to-place date is not later than last year's decision, although that one had ceased
-- fields:  DATE_PLACED
-- reports: PlacedAdoption
-- reads:   placed_adoption, placed_adoption_last
-- needs:   PlacedAdoption, PlacedAdoption_last
-- source:  SSDA903 validation rules, 584
-- found:   Last year's decision to place the child for adoption had ceased, but the decision in this return is not dated after it.
-- fix:     Give the date of the new decision, or take the row out if no new decision was made.
-- notes:   REFERENCE DIFFERS: it compares the dates as text and marks rows by a wrong position. A row without a readable date is flagged as well.
-- version: 2022-23
select 'PlacedAdoption' as module, p.row_id
from placed_adoption p
where exists (
    select from placed_adoption_last q
    where q.child = p.child
      and q.date_placed is not null
      and (q.date_placed_ceased_text is not null or q.reason_placed_ceased is not null)
      and (p.date_placed > q.date_placed) is not true
)
