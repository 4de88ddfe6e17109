-- rule:    119
-- title:   Reversal date and reversal reason of an adoption decision must both be given or both be blank
-- fields:  REASON_PLACED_CEASED, DATE_PLACED_CEASED
-- reports: PlacedAdoption
-- reads:   placed_adoption
-- needs:   PlacedAdoption
-- source:  SSDA903 validation rules, 119
-- found:   Only one of the date and the reason of reversing the decision to place for adoption is given.
-- fix:     Give both the date and the reason, or neither if the decision stands.
-- version: 2022-23
select row_id
from placed_adoption
where (date_placed_ceased_text is null) <> (reason_placed_ceased is null)
