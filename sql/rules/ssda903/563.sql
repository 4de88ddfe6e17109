-- rule:    563
-- title:   Decision to place has ceased (date and reason given) but its own decision date is blank
-- fields:  DATE_PLACED, REASON_PLACED_CEASED, DATE_PLACED_CEASED
-- reports: PlacedAdoption
-- reads:   placed_adoption
-- needs:   PlacedAdoption
-- source:  SSDA903 validation rules, 563
-- found:   A decision to place for adoption is shown as ended, with date and reason, but when it was made is blank.
-- fix:     Give the date of the decision, or take its end out.
-- version: 2022-23
select row_id
from placed_adoption
where reason_placed_ceased is not null
    and date_placed_ceased_text is not null
    and date_placed_text is null
