-- rule:    356
-- title:   Episode ends before it starts
-- fields:  DECOM
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 356
-- found:   The episode ends before it begins.
-- fix:     Correct one of the two dates.
-- version: 2022-23
select row_id
from episodes
where dec < decom
