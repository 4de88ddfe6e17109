-- rule:    147
-- title:   Episode end date cannot be read as a date
-- fields:  DEC
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 147
-- found:   The end of the episode is not a date that can be read (dd/mm/yyyy).
-- fix:     Give the date on which the episode ended as dd/mm/yyyy, or leave it blank while the episode goes on.
-- version: 2022-23
select row_id
from episodes
where dec is null
  and dec_text is not null
