-- rule:    386
-- title:   Episode ceased because of adoption but the child had reached 18
-- fields:  REC
-- reports: Episodes
-- reads:   episodes, header
-- needs:   Episodes, Header
-- source:  SSDA903 validation rules, 386
-- found:   The episode ceased because of adoption (E11 or E12), but the child was 18 or over.
-- fix:     Correct the reason, the end date or the date of birth: an adoption order is made before 18.
-- version: 2022-23
select 'Episodes' as module, e.row_id
from episodes e
join header h using (child)
where e.rec in ('E11', 'E12')
  and e.dec >= h.dob + interval '18 years'
