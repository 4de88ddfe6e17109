-- rule:    581
-- title:   Missing/away period does not start within any of the child's episodes
-- fields:  MIS_START
-- reports: Missing
-- reads:   episodes, missing
-- needs:   Episodes, Missing
-- source:  SSDA903 validation rules, 581
-- found:   The missing or away period starts on a day on which no episode of the child was running, or its start cannot be read.
-- fix:     Correct the start date of the missing or away period, or the dates of the episodes around it.
-- notes:   AMBIGUOUS: DfE's message speaks only of a start before the child became looked after; a start in a gap between episodes or after the
--          last one is flagged as well. First and last day of an episode belong to it. A child without any episode is not flagged.
-- version: 2022-23
select 'Missing' as module, m.row_id
from missing m
where exists (select from episodes e where e.child = m.child)
  and not exists (
      select from episodes e
      where e.child = m.child
        and m.mis_start >= e.decom
        and (e.dec is null or m.mis_start <= e.dec)
  )
