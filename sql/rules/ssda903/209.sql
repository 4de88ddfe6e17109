-- rule:    209
-- title:   Child is of school age, so the unknown-UPN code UN1 cannot be used
-- fields:  UPN, DOB
-- reports: Header
-- reads:   header
-- needs:   Header
-- source:  SSDA903 validation rules, 209
-- found:   UPN is UN1 (not yet of school age), but the child was 4 or older on 31 August of the year before the collection began.
-- fix:     Give the child's UPN, or the code that says why it is unknown, or correct the date of birth.
-- version: 2022-23
select row_id
from header
where upn = 'UN1' and dob + interval '4 years' <= make_date(:year - 2, 8, 31)
