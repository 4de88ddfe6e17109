-- rule:    353
-- title:   Episode starts before 14 October 1991
-- fields:  DECOM
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 353
-- found:   The episode begins before 14 October 1991, the day the Children Act 1989 came into force.
-- fix:     Correct the start of the episode.
-- version: 2022-23
select row_id
from episodes
where decom < date '1991-10-14'
