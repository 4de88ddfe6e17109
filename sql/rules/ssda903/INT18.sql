-- rule:    INT18
-- title:   Date of birth in UASC differs from Header
-- fields:  DOB
-- reports: UASC
-- reads:   header, uasc
-- needs:   Header, UASC
-- source:  SSDA903 validation rules, INT18
-- found:   The date of birth in the unaccompanied asylum seeker record is not the one in the header.
-- fix:     Give the same, correct date of birth in both files.
-- version: 2022-23
select 'UASC' as module, r.row_id
from uasc r
where exists (select from header h where h.child = r.child and h.dob <> r.dob)
