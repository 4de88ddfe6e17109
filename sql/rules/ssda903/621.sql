-- rule:    621
-- title:   First child is recorded as born on or before the mother's own date of birth
-- fields:  DOB, MC_DOB
-- reports: Header
-- reads:   header
-- needs:   Header
-- source:  SSDA903 validation rules, 621
-- found:   The date of birth of the first child is not after the mother's own.
-- fix:     Correct the date of birth of the mother or of her child.
-- notes:   A readable date of birth of the child beside a blank or unreadable one of the mother is flagged as well.
-- version: 2022-23
select row_id
from header
where mc_dob is not null and (mc_dob > dob) is not true
