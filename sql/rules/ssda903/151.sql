-- rule:    151
-- title:   Adoption record is only partly filled in: give all six items or none
-- fields:  DATE_INT, DATE_MATCH, FOSTER_CARE, NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR
-- reports: AD1
-- reads:   ad1
-- needs:   AD1
-- source:  SSDA903 validation rules, 151
-- found:   Some, but not all, of the six adoption items are given.
-- fix:     Complete all six adoption items, or leave all of them blank.
-- version: 2022-23
select row_id
from ad1
where num_nonnulls(date_int_text, date_match_text, foster_care, nb_adoptr, sex_adoptr, ls_adoptr) between 1 and 5
