-- rule:    NoE
-- title:   Episode began before this year but last year's return holds no episode for the child
-- fields:  DECOM
-- reports: Episodes
-- reads:   episodes, episodes_last
-- needs:   Episodes, Episodes_last
-- source:  SSDA903 validation rules, NoE
-- found:   The episode began before this year, but last year's return holds no episode for the child.
-- fix:     Correct the start date or the child identifier, or explain why last year's return left the child out.
-- version: 2022-23
select 'Episodes' as module, e.row_id
from episodes e
where e.decom < :year_start
  and not exists (select from episodes_last l where l.child = e.child)
