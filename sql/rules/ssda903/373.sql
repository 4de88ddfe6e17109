-- rule:    373
-- title:   Child under 4 placed in a residential school (S1)
-- fields:  DECOM, PLACE
-- reports: Episodes
-- reads:   episodes, header
-- needs:   Episodes, Header
-- source:  SSDA903 validation rules, 373
-- found:   The child was placed in a residential school (S1) before the fourth birthday.
-- fix:     Correct the placement code, the start of the episode or the date of birth.
-- notes:   QUIRK: an episode without a readable end is not checked, as in the reference; the other reading would check open episodes too.
-- version: 2022-23
select 'Episodes' as module, e.row_id
from episodes e
join header h using (child)
where e.place = 'S1'
  and e.dec is not null
  and e.decom < h.dob + interval '4 years'
