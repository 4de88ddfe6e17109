-- rule:    354
-- title:   Episode starts after the end of the collection year
-- fields:  DECOM
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 354
-- found:   The episode begins after the end of the collection year.
-- fix:     Correct the start of the episode, or leave the episode for next year's return.
-- version: 2022-23
select row_id
from episodes
where decom > :year_end
