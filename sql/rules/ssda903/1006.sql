-- rule:    1006
-- title:   Type of absence must be missing (M) or away without authorisation (A)
-- fields:  MISSING
-- reports: Missing
-- reads:   missing
-- needs:   Missing
-- source:  SSDA903 validation rules, 1006
-- found:   The type of absence is neither M (missing) nor A (away from placement without authorisation).
-- fix:     Give M or A.
-- notes:   A blank is not flagged.
-- version: 2022-23
select row_id
from missing
where missing not in ('M', 'A')
