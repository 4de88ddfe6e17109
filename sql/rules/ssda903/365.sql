-- rule:    365
-- title:   Single short-term respite episode (V3) lasted more than 17 days
-- fields:  LS, DECOM, DEC
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 365
-- found:   A single short break (V3) lasted more than 17 days.
-- fix:     Correct the dates, or record V2 (a single period of accommodation) if it was not a short break.
-- version: 2022-23
select row_id
from episodes
where ls = 'V3'
  and case when dec_text is null then :year_end else dec end > decom + 17
