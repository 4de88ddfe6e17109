-- rule:    232
-- title:   Sex recorded as unknown (U)
-- fields:  SEX
-- reports: Header
-- reads:   header
-- needs:   Header
-- source:  SSDA903 validation rules, 232
-- found:   The child's sex is recorded as not known (U).
-- fix:     Give the sex if it is known; if not, be ready to confirm it: this is a question rather than an error.
-- version: 2024-25
select row_id
from header
where sex = 'U'
