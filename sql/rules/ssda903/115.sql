-- rule:    115
-- title:   The placed-for-adoption decision date (DATE_PLACED) cannot be read as a date
-- fields:  DATE_PLACED
-- reports: PlacedAdoption
-- reads:   placed_adoption
-- needs:   PlacedAdoption
-- source:  SSDA903 validation rules, 115
-- found:   The date of the decision that the child should be placed for adoption is not a date that can be read (dd/mm/yyyy).
-- fix:     Give the date of the agency's decision as dd/mm/yyyy.
-- version: 2022-23
select row_id
from placed_adoption
where date_placed is null
  and date_placed_text is not null
