-- rule:    101
-- title:   Sex code is missing or not one of M, F, U
-- fields:  SEX
-- reports: Header
-- reads:   header
-- needs:   Header
-- source:  SSDA903 validation rules, 101
-- found:   The child's sex is blank or is not a code of this collection.
-- fix:     Give the sex recorded for the child: M, F or U (up to 2023-24: 1 or 2).
-- version: 2022-23
select row_id
from header
where sex not in ('1', '2') or sex is null
-- version: 2024-25 M, F and U replace 1 and 2
select row_id
from header
where sex not in ('M', 'F', 'U') or sex is null
