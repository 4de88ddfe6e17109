-- rule:    366
-- title:   Placement change recorded during a respite break (V3 episode not starting with S)
-- fields:  RNE
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 366
-- found:   A short break (V3) does not start with S (started to be looked after), as if the placement had changed during the break.
-- fix:     Record each short break as one episode with reason S, or correct the legal status.
-- version: 2022-23
select row_id
from episodes
where ls = 'V3'
  and rne is distinct from 'S'
