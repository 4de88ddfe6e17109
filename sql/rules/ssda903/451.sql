-- rule:    451
-- title:   Open episode under a freeing order, which no longer exists
-- fields:  DEC, REC, LS
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 451
-- found:   The episode is open and its legal status is a freeing order (D1), which no longer exists.
-- fix:     End the episode, or correct the legal status; placement orders are E1.
-- version: 2022-23
select row_id
from episodes
where ls = 'D1' and dec_text is null and rec is null
