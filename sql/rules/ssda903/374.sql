-- rule:    374
-- title:   Child under 14 in residential employment (P3)
-- fields:  DECOM, PLACE
-- reports: Episodes
-- reads:   episodes, header
-- needs:   Episodes, Header
-- source:  SSDA903 validation rules, 374
-- found:   The child was placed in residential employment (P3) before the 14th birthday.
-- fix:     Correct the placement code, the start of the episode or the date of birth.
-- notes:   QUIRK: an episode without a readable end is not checked, as in the reference; the other reading would check open episodes too.
-- version: 2022-23
select 'Episodes' as module, e.row_id
from episodes e
join header h using (child)
where e.place = 'P3'
  and e.dec is not null
  and e.decom < h.dob + interval '14 years'
