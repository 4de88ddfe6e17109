-- rule:    511
-- title:   Two adopters recorded but the adopter gender is a single-adopter code (M1/F1)
-- fields:  NB_ADOPTR, SEX_ADOPTR
-- reports: AD1
-- reads:   ad1
-- needs:   AD1
-- source:  SSDA903 validation rules, 511
-- found:   Two adopters are recorded, but the sex of the adopters is that of a single adopter (M1 or F1).
-- fix:     Correct the number of adopters, or give the sex of both (MM, FF or MF).
-- version: 2022-23
select row_id
from ad1
where nb_adoptr = '2'
    and sex_adoptr in ('M1', 'F1')
