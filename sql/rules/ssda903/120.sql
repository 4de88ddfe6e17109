-- rule:    120
-- title:   Reason for reversing the adoption decision is not a valid code
-- fields:  REASON_PLACED_CEASED
-- reports: PlacedAdoption
-- reads:   placed_adoption
-- needs:   PlacedAdoption
-- source:  SSDA903 validation rules, 120
-- found:   The reason for reversing the decision to place for adoption is not one of its codes.
-- fix:     Give RD1 (needs changed), RD2 (no placement order made), RD3 (no adopters found) or RD4 (other).
-- version: 2022-23
select row_id
from placed_adoption
where reason_placed_ceased not in ('RD1', 'RD2', 'RD3', 'RD4')
