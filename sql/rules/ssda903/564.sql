-- rule:    564
-- title:   Missing/away type is given but the start date is blank
-- fields:  MISSING, MIS_START
-- reports: Missing
-- reads:   missing
-- needs:   Missing
-- source:  SSDA903 validation rules, 564
-- found:   The kind of absence (missing or away without authorisation) is given, but not when it began.
-- fix:     Give the day on which the child went missing, or take the kind of absence out.
-- version: 2022-23
select row_id
from missing
where missing in ('M', 'A')
    and mis_start_text is null
