-- rule:    231
-- title:   Unaccompanied asylum-seeking child is under 11 at year end - check date of birth
-- fields:  DOB, UASC
-- reports: Header
-- reads:   header
-- needs:   Header, UASC
-- source:  SSDA903 validation rules, 231
-- found:   The child is marked as unaccompanied (UASC) and is under 11 at the end of the collection year.
-- fix:     Check the date of birth and the mark; if both are right, be ready to confirm them.
-- notes:   A child who turns 11 on 31 March passes; DfE's wording (born MORE than 11 years before the end) can be read to flag that child too.
--          The reference implementation reads a column that no file has and flags nothing. The specification calls the field UASC_STATUS; its
--          column is UASC.
-- version: 2024-25
select row_id
from header
where uasc = '1' and dob + interval '11 years' > :year_end
