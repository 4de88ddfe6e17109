-- rule:    184
-- title:   The placed-for-adoption decision is dated before the child was born
-- fields:  DATE_PLACED, DOB
-- reports: PlacedAdoption
-- reads:   placed_adoption, header
-- needs:   Header, PlacedAdoption
-- source:  SSDA903 validation rules, 184
-- found:   The decision to place the child for adoption is dated before the child was born, or the header has no date of birth to compare with.
-- fix:     Correct the date of the decision or the date of birth in the header.
-- notes:   REFERENCE DIFFERS: it compares with the date of birth in PlacedAdoption, not with the one in the header.
-- version: 2022-23
select 'PlacedAdoption' as module, p.row_id
from placed_adoption p
left join header h using (child)
where p.date_placed is not null
  and (p.date_placed >= h.dob) is not true
