-- rule:    514
-- title:   Adopter legal status L0 (single adopter) but the adopter gender is not M1 or F1
-- fields:  LS_ADOPTR, SEX_ADOPTR
-- reports: AD1
-- reads:   ad1
-- needs:   AD1
-- source:  SSDA903 validation rules, 514
-- found:   The adopters' legal status is L0 (single adopter), but the sex of the adopters is not that of one man or one woman (M1, F1).
-- fix:     Correct the legal status or the sex of the adopters so that they agree.
-- version: 2022-23
select row_id
from ad1
where ls_adoptr = 'L0'
    and (sex_adoptr in ('M1', 'F1')) is not true
