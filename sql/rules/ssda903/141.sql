-- rule:    141
-- title:   Episode start date cannot be read as a date
-- fields:  DECOM
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 141
-- found:   The start of the episode is not a date that can be read (dd/mm/yyyy).
-- fix:     Give the date on which the episode started as dd/mm/yyyy.
-- version: 2022-23
select row_id
from episodes
where decom is null
  and decom_text is not null
