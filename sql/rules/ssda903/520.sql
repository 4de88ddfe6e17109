-- rule:    520
-- title:   Adopter legal status L11 (different-gender married couple) but the adopter gender is not MF
-- fields:  LS_ADOPTR, SEX_ADOPTR
-- reports: AD1
-- reads:   ad1
-- needs:   AD1
-- source:  SSDA903 validation rules, 520
-- found:   The adopters' legal status is L11 (married couple of different sexes), but the sex of the adopters is not MF (a man and a woman).
-- fix:     Correct the legal status or the sex of the adopters so that they agree.
-- version: 2022-23
select row_id
from ad1
where ls_adoptr = 'L11'
    and (sex_adoptr = 'MF') is not true
