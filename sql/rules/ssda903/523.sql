-- rule:    523
-- title:   Decision date to place for adoption differs from the adoption best-interest decision date (DATE_INT)
-- fields:  DATE_PLACED, DATE_INT
-- reports: PlacedAdoption, AD1
-- reads:   placed_adoption, ad1
-- needs:   AD1, PlacedAdoption
-- source:  SSDA903 validation rules, 523
-- found:   The date of the decision to place for adoption is not the date of the decision that adoption is in the child's best interests; they are
--          one decision.
-- fix:     Give the same date in both places.
-- version: 2022-23
with failing as (
    select p.row_id as placed_adoption_row, a.row_id as ad1_row
    from placed_adoption p
    join ad1 a using (child)
    where p.date_placed <> a.date_int
)
select 'PlacedAdoption' as module, placed_adoption_row as row_id from failing
union all
select 'AD1', ad1_row from failing
