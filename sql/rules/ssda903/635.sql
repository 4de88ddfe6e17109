-- rule:    635
-- title:   Order date or authority entered for previous permanence without a matching previous permanence code
-- fields:  LA_PERM, DATE_PERM, PREV_PERM
-- reports: PrevPerm
-- reads:   prev_perm
-- needs:   PrevPerm
-- source:  SSDA903 validation rules, 635
-- found:   The authority or the date of an earlier permanence order is given, but the previous permanence code is blank.
-- fix:     Give the previous permanence code P1 to P4, or take the authority and the date out.
-- notes:   AMBIGUOUS: DfE's message speaks of details given with Z1 (no previous permanence); what is tested is a blank code, and Z1 passes.
-- version: 2022-23
select row_id
from prev_perm
where prev_perm is null and (la_perm is not null or date_perm_text is not null)
