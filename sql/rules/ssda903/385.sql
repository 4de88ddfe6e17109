-- rule:    385
-- title:   Episode ends after the end of the collection year
-- fields:  DEC
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 385
-- found:   The episode ends after 31 March, the end of the collection year.
-- fix:     Correct the end date, or leave it and the reason out: the episode was still open at the end of the year.
-- version: 2022-23
select row_id
from episodes
where dec > :year_end
