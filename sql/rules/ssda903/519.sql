-- rule:    519
-- title:   Adopter legal status L2 (civil partnership) but the adopter gender is not a couple code
-- fields:  LS_ADOPTR, SEX_ADOPTR
-- reports: AD1
-- reads:   ad1
-- needs:   AD1
-- source:  SSDA903 validation rules, 519
-- found:   The adopters' legal status is L2 (civil partnership), but the sex of the adopters is not that of a couple (MM, FF, MF).
-- fix:     Correct the legal status or the sex of the adopters so that they agree.
-- version: 2022-23
select row_id
from ad1
where ls_adoptr = 'L2'
    and (sex_adoptr in ('MM', 'FF', 'MF')) is not true
