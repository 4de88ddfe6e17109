-- rule:    370
-- title:   Child in independent living is too young
-- fields:  DECOM, PLACE
-- reports: Episodes
-- reads:   episodes, header
-- needs:   Episodes, Header
-- source:  SSDA903 validation rules, 370
-- found:   The child was below the minimum age for independent living (P2) when the episode started: 16, up to 2022-23 15.
-- fix:     Check the date of birth, the start of the episode and the placement code.
-- notes:   QUIRK: only episodes with a readable DEC are tested; read literally, the rule would hold for open episodes as well.
-- version: 2022-23
select 'Episodes' as module, e.row_id
from episodes e
join header h using (child)
where e.place = 'P2'
  and e.dec is not null
  and e.decom < h.dob + interval '15 years'
-- version: 2023-24 the minimum age is 16
select 'Episodes' as module, e.row_id
from episodes e
join header h using (child)
where e.place = 'P2'
  and e.dec is not null
  and e.decom < h.dob + interval '16 years'
