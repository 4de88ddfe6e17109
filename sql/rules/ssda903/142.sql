-- rule:    142
-- title:   An earlier episode has no end date or end reason although a later episode has started
-- fields:  DEC, REC
-- reports: Episodes
-- reads:   episodes_in_order
-- needs:   Episodes
-- source:  SSDA903 validation rules, 142
-- found:   The episode has no end date that can be read or no end reason, although a later episode of the child has started.
-- fix:     Give the date and the reason of its end: X1 and the start of the next episode if the child stayed in care.
-- notes:   When two episodes start on the same day, the one that comes later in the file counts as the later. REFERENCE DIFFERS on such ties,
--          where its choice is arbitrary.
-- version: 2022-23
select row_id
from episodes_in_order
where next_row_id is not null
  and decom is not null
  and (dec is null or rec is null)
