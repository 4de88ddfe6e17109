-- rule:    SW07STG2
-- title:   Social worker episode ends more than a year before the collection year, or after it
-- fields:  SW_DEC
-- reports: SWEpisodes
-- reads:   sw_episodes
-- needs:   SWEpisodes
-- source:  SSDA903 validation rules, SW07STG2
-- found:   The social worker episode ends after the collection year, or more than a year before it begins.
-- fix:     Correct the end date; leave it blank while the worker is still allocated, and take out episodes that ended too long ago.
-- notes:   QUIRK: a year is 365 days, so with a first day of the year on 1 April 2024 (a leap year) an end on 1 April 2023 is flagged; the
--          other reading lets it pass.
-- version: 2023-24
select row_id
from sw_episodes
where sw_dec > :year_end or sw_dec < :year_start
-- version: 2024-25 the lower limit is a year before the first day of the year
select row_id
from sw_episodes
where sw_dec > :year_end or sw_dec < :year_start - 365
