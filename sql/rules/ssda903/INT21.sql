-- rule:    INT21
-- title:   Sex in UASC differs from Header
-- fields:  SEX
-- reports: UASC
-- reads:   header, uasc
-- needs:   Header, UASC
-- source:  SSDA903 validation rules, INT21
-- found:   The sex in the unaccompanied asylum seeker record is not the one in the header.
-- fix:     Give the same, correct sex in both files.
-- version: 2022-23
select 'UASC' as module, u.row_id
from uasc u
where exists (select from header h where h.child = u.child and h.sex <> u.sex)
