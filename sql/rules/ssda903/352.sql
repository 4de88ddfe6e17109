-- rule:    352
-- title:   Period of care starts on or after the child's 18th birthday
-- fields:  DECOM, RNE
-- reports: Episodes
-- reads:   episodes, header
-- needs:   Episodes, Header
-- source:  SSDA903 validation rules, 352
-- found:   The child is said to have become looked after (reason S) on or after the 18th birthday.
-- fix:     Correct the start of the episode, its reason, or the date of birth.
-- version: 2022-23
select 'Episodes' as module, e.row_id
from episodes e
join header h using (child)
where e.rne = 'S' and e.decom >= h.dob + interval '18 years'
