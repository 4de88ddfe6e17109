-- rule:    116
-- title:   The date the adoption decision was reversed cannot be read as a date
-- fields:  DATE_PLACED_CEASED
-- reports: PlacedAdoption
-- reads:   placed_adoption
-- needs:   PlacedAdoption
-- source:  SSDA903 validation rules, 116
-- found:   The date on which the decision to place the child for adoption was reversed is not a date that can be read (dd/mm/yyyy).
-- fix:     Give the date of the reversal as dd/mm/yyyy, or leave it blank if the decision stands.
-- version: 2022-23
select row_id
from placed_adoption
where date_placed_ceased is null
  and date_placed_ceased_text is not null
