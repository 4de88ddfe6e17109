-- rule:    376
-- title:   Temporary placement for carer's holiday (T3) lasted more than three weeks
-- fields:  DECOM, PLACE
-- reports: Episodes
-- reads:   episodes, header
-- needs:   Episodes, Header
-- source:  SSDA903 validation rules, 376
-- found:   A temporary placement for the usual carer's holiday (T3) lasted more than three weeks.
-- fix:     Correct the dates, or record the placement that it was if it was not for a holiday of the carer.
-- notes:   QUIRK: only children with a header row that has a readable date of birth are checked, though age does not matter here, and open
--          episodes are not; each episode is judged alone. The other reading would need no header and would end open episodes on 31 March.
-- version: 2022-23
select 'Episodes' as module, e.row_id
from episodes e
join header h using (child)
where e.place = 'T3'
  and h.dob is not null
  and e.dec > e.decom + 21
