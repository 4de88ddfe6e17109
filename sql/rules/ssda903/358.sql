-- rule:    358
-- title:   Youth-justice legal status recorded for a child under 10
-- fields:  DECOM, DOB, LS
-- reports: Episodes, Header
-- reads:   episodes, header
-- needs:   Episodes, Header
-- source:  SSDA903 validation rules, 358
-- found:   The legal status is one of youth justice (J1, J2, J3), but the child was under 10 when the episode began.
-- fix:     Correct the legal status, the start of the episode or the date of birth.
-- notes:   The 10th birthday itself passes; the reference implementation flags it.
-- version: 2022-23
with failing as (
    select e.row_id as episode_row, h.row_id as header_row
    from episodes e
    join header h using (child)
    where e.ls in ('J1', 'J2', 'J3') and e.decom < h.dob + interval '10 years'
)
select 'Episodes' as module, episode_row as row_id from failing
union all
select 'Header', header_row from failing
