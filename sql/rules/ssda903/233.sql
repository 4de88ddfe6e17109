-- rule:    233
-- title:   Reason for placement change given on an episode that has not ended
-- fields:  REASON_PLACE_CHANGE
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 233
-- found:   A reason for placement change is given, but the episode has no end date.
-- fix:     Give the end date (DEC) and the reason ceased, or take the reason for placement change out.
-- notes:   An unreadable DEC is given all the same. The reference implementation reads a column that no file has and flags nothing.
-- version: 2025-26
select row_id
from episodes
where dec_text is null and reason_place_change is not null
