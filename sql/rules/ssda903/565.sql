-- rule:    565
-- title:   Missing/away start date is given but the type (MISSING) is blank
-- fields:  MISSING, MIS_START
-- reports: Missing
-- reads:   missing
-- needs:   Missing
-- source:  SSDA903 validation rules, 565
-- found:   The start of an absence is given, but not its kind (missing or away without authorisation).
-- fix:     Give the kind of absence: M (missing) or A (away from placement without authorisation).
-- version: 2022-23
select row_id
from missing
where mis_start_text is not null
    and missing is null
