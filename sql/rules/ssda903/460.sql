-- rule:    460
-- title:   REC E17 (stayed with carers at 18 or over) used but the child was under 18 when the episode ended
-- fields:  DEC, REC
-- reports: Episodes
-- reads:   episodes, header
-- needs:   Episodes, Header
-- source:  SSDA903 validation rules, 460
-- found:   The episode ceased because the young person stayed with the carers at 18 (E17), but was under 18.
-- fix:     Correct the reason, the end date or the date of birth.
-- version: 2022-23
select 'Episodes' as module, e.row_id
from episodes e
join header h using (child)
where e.rec = 'E17'
  and h.dob + interval '18 years' > e.dec
