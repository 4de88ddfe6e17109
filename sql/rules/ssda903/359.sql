-- rule:    359
-- title:   Child is still looked after beyond age 18 without the required legal status and placement (V2 in K2)
-- fields:  DEC, LS, PLACE
-- reports: Episodes
-- reads:   episodes, header
-- needs:   Episodes, Header
-- source:  SSDA903 validation rules, 359
-- found:   The episode is open although the young person turned 18 before the end of the collection year, and it is not a V2 (section 20) stay in
--          a children's home (K2).
-- fix:     End the episode on or before the 18th birthday, or correct the date of birth, legal status or placement type.
-- notes:   Every open episode of the young person is flagged, not only the latest. An unreadable DEC is given all the same.
-- version: 2022-23
select 'Episodes' as module, e.row_id
from episodes e
join header h using (child)
where h.dob + interval '18 years' < :year_end
  and e.dec_text is null
  and (e.ls = 'V2' and e.place = 'K2') is not true
