-- title:   Children known as unaccompanied asylum seekers, this year or last
-- purpose: Postcodes and distance are not wanted of them; the rules on distance and postcodes ask who they are.
-- grain:   one row per child
-- reads:   header, uasc, header_last, uasc_last, uploaded
-- rules:   for each of the two years: the children whose header says UASC 1; where no header was uploaded, those with a row in the UASC module
--          that gives anything besides CHILD. (Shared definitions of the validation rules: known UASC.)
-- edges:   a header in CSV says nothing unless the UASC module of its year was uploaded with it; the year before last, which the guidance also
--          means, is not looked at
select child
from header
where child is not null
  and uasc = '1'
union
select child
from uasc
where child is not null
  and (sex is not null or dob_text is not null or duc_text is not null)
  and not exists (select from uploaded where module = 'Header')
union
select child
from header_last
where child is not null
  and uasc = '1'
union
select child
from uasc_last
where child is not null
  and (sex is not null or dob_text is not null or duc_text is not null)
  and not exists (select from uploaded where module = 'Header_last')
