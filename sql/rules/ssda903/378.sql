-- rule:    378
-- title:   Child placed with parents (P1) under single-period section 20 accommodation (V2)
-- fields:  PLACE, LS
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 378
-- found:   A child accommodated under section 20 (V2) is recorded as placed with parents (P1).
-- fix:     Correct the legal status or the placement; a child who lives with a parent is not accommodated under V2.
-- version: 2022-23
select row_id
from episodes
where place = 'P1'
  and ls = 'V2'
