-- rule:    562
-- title:   First episode began before this collection year but last year's final episode does not have that start date
-- fields:  DECOM
-- reports: Episodes
-- reads:   first_episodes, latest_episodes_last
-- needs:   Episodes, Episodes_last
-- source:  SSDA903 validation rules, 562
-- found:   The child's first episode began before this year, but the final episode of last year's return did not start on that day.
-- fix:     Give the start date that last year's final episode had, add the episode that is missing, or correct last year's record.
-- version: 2022-23
select 'Episodes' as module, f.row_id
from first_episodes f
left join latest_episodes_last l using (child)
where f.decom < :year_start
    and l.decom is distinct from f.decom
