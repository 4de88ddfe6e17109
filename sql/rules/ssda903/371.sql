-- rule:    371
-- title:   Child under 16 placed in supported accommodation (K3)
-- fields:  DECOM, PLACE
-- reports: Episodes
-- reads:   episodes, header
-- needs:   Episodes, Header
-- source:  SSDA903 validation rules, 371
-- found:   The child was placed in supported accommodation (K3; up to 2023-24: H5) before reaching the lowest age for it.
-- fix:     Correct the placement code, the start of the episode or the date of birth; supported accommodation is for ages 16 and over (up to
--          2022-23: 14 and over).
-- notes:   QUIRK: an episode without a readable end is not checked, as in the reference; the other reading would check open episodes too.
-- version: 2022-23
select 'Episodes' as module, e.row_id
from episodes e
join header h using (child)
where e.place = 'H5'
  and e.dec is not null
  and e.decom < h.dob + interval '14 years'
-- version: 2023-24 the lowest age is 16
select 'Episodes' as module, e.row_id
from episodes e
join header h using (child)
where e.place = 'H5'
  and e.dec is not null
  and e.decom < h.dob + interval '16 years'
-- version: 2024-25 K3 replaces H5
select 'Episodes' as module, e.row_id
from episodes e
join header h using (child)
where e.place = 'K3'
  and e.dec is not null
  and e.decom < h.dob + interval '16 years'
