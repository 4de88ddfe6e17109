-- rule:    389
-- title:   Episode ceased by transfer to adult social care but the child was under 16
-- fields:  REC
-- reports: Episodes
-- reads:   episodes, header
-- needs:   Episodes, Header
-- source:  SSDA903 validation rules, 389
-- found:   The episode ceased by a transfer to adult social care (E7), but the child was under 16 or the age is not known.
-- fix:     Correct the reason, the end date or the date of birth in the header.
-- notes:   QUIRK: a missing or unreadable end date and an unknown date of birth are flagged, as in the reference; the other reading flags known
--          ages only.
-- version: 2022-23
select 'Episodes' as module, e.row_id
from episodes e
left join header h using (child)
where e.rec = 'E7'
  and (e.dec >= h.dob + interval '16 years') is not true
