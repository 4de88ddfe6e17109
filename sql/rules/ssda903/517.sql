-- rule:    517
-- title:   Adopter legal status L3 but the adopter gender is not MF
-- fields:  LS_ADOPTR, SEX_ADOPTR
-- reports: AD1
-- reads:   ad1
-- needs:   AD1
-- source:  SSDA903 validation rules, 517
-- found:   The adopters' legal status is L3 (unmarried couple of different sexes), but the sex of the adopters is not MF (a man and a woman).
-- fix:     Correct the legal status or the sex of the adopters so that they agree.
-- version: 2022-23
select row_id
from ad1
where ls_adoptr = 'L3'
    and (sex_adoptr = 'MF') is not true
