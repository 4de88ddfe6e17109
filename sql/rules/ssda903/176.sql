-- rule:    176
-- title:   Sex of adopters is not a valid code
-- fields:  SEX_ADOPTR
-- reports: AD1
-- reads:   ad1
-- needs:   AD1
-- source:  SSDA903 validation rules, 176
-- found:   The sex of the adopters is not one of its codes.
-- fix:     Give M1 or F1 for one adopter, MM, FF or MF for a couple.
-- version: 2022-23
select row_id
from ad1
where sex_adoptr not in ('M1', 'F1', 'MM', 'FF', 'MF')
