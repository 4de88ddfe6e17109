-- rule:    387
-- title:   Episode ceased for independent living but the child was under 14
-- fields:  REC
-- reports: Episodes
-- reads:   episodes, header
-- needs:   Episodes, Header
-- source:  SSDA903 validation rules, 387
-- found:   The episode ceased for independent living (E5 or E6), but the child was under 14 or the age is not known.
-- fix:     Correct the reason, the end date or the date of birth in the header.
-- notes:   QUIRK: an unknown date of birth (no header row, blank or unreadable) is flagged, as in the reference; the other reading flags known
--          ages only.
-- version: 2022-23
select 'Episodes' as module, e.row_id
from episodes e
left join header h using (child)
where e.rec in ('E5', 'E6')
  and e.dec is not null
  and (e.dec >= h.dob + interval '14 years') is not true
