-- rule:    561
-- title:   Decision-to-place date is the same as last year's although that decision had ceased
-- fields:  DATE_PLACED
-- reports: PlacedAdoption
-- reads:   placed_adoption, placed_adoption_last
-- needs:   PlacedAdoption, PlacedAdoption_last
-- source:  SSDA903 validation rules, 561
-- found:   The decision to place for adoption has the date of last year's decision, which had ended.
-- fix:     Give the date of the new decision, or take the ended decision out of this year's return.
-- notes:   QUIRK: the dates are compared as written, so 1/5/2025 differs from 01/05/2025.
-- version: 2022-23
select 'PlacedAdoption' as module, p.row_id
from placed_adoption p
join placed_adoption_last l using (child)
where p.date_placed_text = l.date_placed_text
    and (l.date_placed_ceased_text is not null or l.reason_placed_ceased is not null)
