-- rule:    177
-- title:   Legal status of adopters is not a valid code
-- fields:  LS_ADOPTR
-- reports: AD1
-- reads:   ad1
-- needs:   AD1
-- source:  SSDA903 validation rules, 177
-- found:   The legal status of the adopters is not one of its codes.
-- fix:     Give L0 (single), L11 or L12 (married), L2 (civil partners), L3 or L4 (unmarried couple).
-- version: 2022-23
select row_id
from ad1
where ls_adoptr not in ('L0', 'L11', 'L12', 'L2', 'L3', 'L4')
