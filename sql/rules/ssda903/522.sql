-- rule:    522
-- title:   The decision to place for adoption is shown as ended before it was made
-- fields:  DATE_PLACED, DATE_PLACED_CEASED
-- reports: PlacedAdoption
-- reads:   placed_adoption
-- needs:   PlacedAdoption
-- source:  SSDA903 validation rules, 522
-- found:   The decision to place for adoption is shown as ended before the day it was made.
-- fix:     Correct the date of the decision or the date on which it was reversed.
-- version: 2022-23
select row_id
from placed_adoption
where date_placed_ceased < date_placed
