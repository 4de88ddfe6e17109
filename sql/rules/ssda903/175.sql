-- rule:    175
-- title:   Number of adopters must be 1 or 2 when given
-- fields:  NB_ADOPTR
-- reports: AD1
-- reads:   ad1
-- needs:   AD1
-- source:  SSDA903 validation rules, 175
-- found:   The number of adopters is neither 1 nor 2.
-- fix:     Give 1 for one adopter, 2 for a couple.
-- version: 2022-23
select row_id
from ad1
where nb_adoptr not in ('1', '2')
