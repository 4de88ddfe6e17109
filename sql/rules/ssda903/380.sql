-- rule:    380
-- title:   Period of care starts with a temporary placement
-- fields:  PLACE, RNE
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 380
-- found:   A temporary placement (T0 to T4) starts with another reason than a change of placement and carer (P or B), as if care began with it.
-- fix:     Record the usual placement first, and P or B on the temporary one.
-- notes:   Every reason but P and B is flagged, a blank one too; that is more than the start of a period of care.
-- version: 2022-23
select row_id
from episodes
where place in ('T0', 'T1', 'T2', 'T3', 'T4')
  and (rne in ('P', 'B')) is not true
