-- rule:    560
-- title:   Decision-to-place date differs from last year's although last year's decision had not ceased
-- fields:  DATE_PLACED, DATE_PLACED_CEASED
-- reports: PlacedAdoption
-- reads:   placed_adoption, placed_adoption_last
-- needs:   PlacedAdoption, PlacedAdoption_last
-- source:  SSDA903 validation rules, 560
-- found:   Last year's decision to place for adoption had not ended, but this year's decision has another date.
-- fix:     Give the decision the date it had last year, or correct last year's record if that was wrong.
-- notes:   QUIRK: the dates are compared as written, so 1/5/2025 differs from 01/05/2025. Every decision is compared with every standing one of
--          last year, so an older, ended decision that is returned again is flagged too.
-- version: 2022-23
select 'PlacedAdoption' as module, p.row_id
from placed_adoption p
join placed_adoption_last l using (child)
where l.date_placed_text is not null
    and l.date_placed_ceased_text is null
    and p.date_placed_text is distinct from l.date_placed_text
