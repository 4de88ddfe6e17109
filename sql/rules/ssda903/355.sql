-- rule:    355
-- title:   Episode starts and ends on the same day
-- fields:  DECOM, DEC
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 355
-- found:   The episode begins and ends on the same day.
-- fix:     Correct one of the two dates, or take the episode out.
-- notes:   Dates are compared. The reference implementation compares the texts, so it also flags two blanks and equal unreadable texts, and
--          passes the same date written in two ways.
-- version: 2022-23
select row_id
from episodes
where decom = dec
