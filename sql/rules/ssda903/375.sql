-- rule:    375
-- title:   Temporary hospital placement (T1) lasted more than six weeks
-- fields:  DECOM, PLACE
-- reports: Episodes
-- reads:   episodes, header
-- needs:   Episodes, Header
-- source:  SSDA903 validation rules, 375
-- found:   A temporary stay in hospital (T1) lasted more than six weeks.
-- fix:     Correct the dates, or record the hospital as a placement of its own (R2) if the stay was not temporary.
-- notes:   QUIRK: only children with a header row that has a readable date of birth are checked, though age does not matter here, and open
--          episodes are not; each episode is judged alone. The other reading would need no header and would end open episodes on 31 March.
-- version: 2022-23
select 'Episodes' as module, e.row_id
from episodes e
join header h using (child)
where e.place = 'T1'
  and h.dob is not null
  and e.dec > e.decom + 42
