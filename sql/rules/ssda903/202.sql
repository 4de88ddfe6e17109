-- rule:    202
-- title:   Sex differs from the sex recorded for this child last year
-- fields:  SEX
-- reports: Header
-- reads:   header, header_last
-- needs:   Header, Header_last
-- source:  SSDA903 validation rules, 202
-- found:   The child's sex is not the one returned last year.
-- fix:     Check which of the two is right; correct this year's, or be ready to confirm the change.
-- notes:   Codes are compared as they stand, so 2024-25 against 2023-24 flags nearly every child (1 and 2 became M and F).
-- version: 2022-23
select 'Header' as module, h.row_id
from header h
join header_last before using (child)
where h.sex is distinct from before.sex
