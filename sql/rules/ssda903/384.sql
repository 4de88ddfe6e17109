-- rule:    384
-- title:   Child in respite care (V3/V4) recorded in a long-term foster placement
-- fields:  PLACE, LS
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 384
-- found:   A child in short breaks (V3 or V4) is recorded in a long-term foster placement (U1 or U4).
-- fix:     Record the foster placement without long term (U3 or U6), or correct the legal status.
-- version: 2022-23
select row_id
from episodes
where ls in ('V3', 'V4')
  and place in ('U1', 'U4')
