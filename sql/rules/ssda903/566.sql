-- rule:    566
-- title:   Missing/away end date is given but the type (MISSING) is blank
-- fields:  MISSING, MIS_END
-- reports: Missing
-- reads:   missing
-- needs:   Missing
-- source:  SSDA903 validation rules, 566
-- found:   The end of an absence is given, but not its kind (missing or away without authorisation).
-- fix:     Give the kind of absence: M (missing) or A (away from placement without authorisation).
-- version: 2022-23
select row_id
from missing
where mis_end_text is not null
    and missing is null
