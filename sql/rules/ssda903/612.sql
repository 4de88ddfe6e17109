-- rule:    612
-- title:   Date of birth of a child's child (MC_DOB) is given but the mother field does not say she is a mother
-- fields:  SEX, MOTHER, MC_DOB
-- reports: Header
-- reads:   header
-- needs:   Header
-- source:  SSDA903 validation rules, 612
-- found:   The date of birth of a first child is given, but the girl or young woman is not recorded as a mother.
-- fix:     Set the mother item to 1, or take the date of birth of her child out.
-- version: 2022-23
select row_id
from header
where sex = '2' and (mother = '0' or mother is null) and mc_dob_text is not null
-- version: 2024-25 female is F, no longer 2
select row_id
from header
where sex = 'F' and (mother = '0' or mother is null) and mc_dob_text is not null
