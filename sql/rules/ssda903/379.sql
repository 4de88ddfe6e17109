-- rule:    379
-- title:   Temporary placement for unspecified reason (T4) lasted more than seven days
-- fields:  DECOM, PLACE
-- reports: Episodes
-- reads:   episodes, header
-- needs:   Episodes, Header
-- source:  SSDA903 validation rules, 379
-- found:   A temporary placement for another reason (T4) lasted more than seven days.
-- fix:     Correct the dates, or record the placement that it was if the move was not temporary.
-- notes:   QUIRK: only children with a header row that has a readable date of birth are checked, though age does not matter here, and open
--          episodes are not; each episode is judged alone. The other reading would need no header and would end open episodes on 31 March.
-- version: 2022-23
select 'Episodes' as module, e.row_id
from episodes e
join header h using (child)
where e.place = 'T4'
  and h.dob is not null
  and e.dec > e.decom + 7
