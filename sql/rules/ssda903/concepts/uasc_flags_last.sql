-- title:   Who was marked as an unaccompanied asylum-seeking child last year
-- purpose: The mark that rules 205A to 205D compare between two years, from whichever of the two files was returned.
-- grain:   one row per row of Header_last; when Header_last was not returned, one per row of UASC_last
-- reads:   header_last, uasc_last, uploaded
-- rules:   Header's mark when Header was returned; otherwise 1 for a row of UASC that says something besides CHILD and DOB, and 0 for one that
--          does not. (Shared definitions of the validation rules: UASC flag.)
-- edges:   a row without CHILD keeps its mark and meets nobody
select child, row_id, uasc, true as from_header
from header_last
union all
select child, row_id, case when sex is not null or duc_text is not null then '1' else '0' end, false
from uasc_last
where not exists (select from uploaded where module = 'Header_last')
