-- rule:    382
-- title:   Temporary placement recorded for a child in respite care (V3/V4)
-- fields:  LS, PLACE
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 382
-- found:   A child in short breaks (V3 or V4) is recorded in a temporary placement (T0 to T4).
-- fix:     Record the placement where the break is spent, or correct the legal status.
-- version: 2022-23
select row_id
from episodes
where ls in ('V3', 'V4')
  and place in ('T0', 'T1', 'T2', 'T3', 'T4')
