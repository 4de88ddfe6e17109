-- title:   Who is marked as an unaccompanied asylum-seeking child this year
-- purpose: The mark that rules 205A to 205D compare between two years, from whichever of the two files was returned.
-- grain:   one row per row of Header; when Header was not returned, one per row of UASC
-- reads:   header, uasc, uploaded
-- rules:   Header's mark when Header was returned; otherwise 1 for a row of UASC that says something besides CHILD and DOB, and 0 for one that
--          does not. (Shared definitions of the validation rules: UASC flag.)
-- edges:   a row without CHILD keeps its mark and meets nobody
select child, row_id, uasc, true as from_header
from header
union all
select child, row_id, case when sex is not null or duc_text is not null then '1' else '0' end, false
from uasc
where not exists (select from uploaded where module = 'Header')
