-- rule:    524
-- title:   Adopter legal status L12 (same-gender married couple) but the adopter gender is not MM or FF
-- fields:  LS_ADOPTR, SEX_ADOPTR
-- reports: AD1
-- reads:   ad1
-- needs:   AD1
-- source:  SSDA903 validation rules, 524
-- found:   The adopters' legal status is L12 (married couple of the same sex), but the sex of the adopters is not MM or FF (two men, two women).
-- fix:     Correct the legal status or the sex of the adopters so that they agree.
-- version: 2022-23
select row_id
from ad1
where ls_adoptr = 'L12'
    and (sex_adoptr in ('MM', 'FF')) is not true
