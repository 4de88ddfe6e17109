-- title:   Children known as unaccompanied asylum seekers, this year, last year or the year before
-- purpose: Postcodes and distance are not wanted of them; the rules on distance and postcodes ask who they are.
-- grain:   one row per child
-- reads:   header, uasc, header_last, uasc_last, header_earlier, uasc_earlier, uploaded
-- rules:   for each of the three years: the children whose header says UASC 1; where no header was uploaded, those with a row in the UASC module
--          that gives anything besides CHILD. (Shared definitions of the validation rules: known UASC.)
-- edges:   a header in CSV says nothing unless the UASC module of its year was uploaded with it; the year before last, which the guidance means
--          too, is looked at where its return is given
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
union
select child
from header_earlier
where child is not null
  and collection = :year - 2
  and uasc = '1'
union
select child
from uasc_earlier
where child is not null
  and collection = :year - 2
  and (sex is not null or dob_text is not null or duc_text is not null)
  and not exists (select from header_earlier where collection = :year - 2)
