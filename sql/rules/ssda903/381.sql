-- rule:    381
-- title:   Period of care ends with a temporary placement
-- fields:  PLACE, REC
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 381
-- found:   Care ends (reason ceased other than X1) in a temporary placement (T0 to T4).
-- fix:     Record the return to the usual placement before the end of care, or correct the reason or the placement.
-- version: 2022-23
select row_id
from episodes
where place in ('T0', 'T1', 'T2', 'T3', 'T4')
  and rec <> 'X1'
