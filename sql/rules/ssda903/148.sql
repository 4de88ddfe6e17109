-- rule:    148
-- title:   Episode end date and end reason must both be given or both be blank
-- fields:  DEC, REC
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 148
-- found:   Only one of the end date and the end reason of the episode is given.
-- fix:     Give both the date and the reason of the end, or neither while the episode goes on.
-- version: 2022-23
select row_id
from episodes
where (dec_text is null) <> (rec is null)
