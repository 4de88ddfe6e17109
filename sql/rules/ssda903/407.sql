-- rule:    407
-- title:   Episode ceased by special guardianship order but the child had reached 18
-- fields:  DEC, DOB, REC
-- reports: Episodes, Header
-- reads:   episodes, header
-- needs:   Episodes, Header
-- source:  SSDA903 validation rules, 407
-- found:   The episode ceased by a special guardianship order (E45 to E48), but the child was 18 or over.
-- fix:     Correct the reason, the end date or the date of birth: the order is made before 18.
-- notes:   REFERENCE DIFFERS: it does not flag an order on the 18th birthday itself.
-- version: 2022-23
with failing as (
    select e.row_id as episode_row, h.row_id as header_row
    from episodes e
    join header h using (child)
    where e.rec in ('E45', 'E46', 'E47', 'E48')
      and e.dec >= h.dob + interval '18 years'
)
select 'Episodes' as module, episode_row as row_id from failing
union all
select 'Header', header_row from failing
