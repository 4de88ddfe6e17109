-- rule:    335
-- title:   Adopted-by-foster-carer indicator contradicts the adoptive placement type
-- fields:  PLACE, FOSTER_CARE
-- reports: Episodes, AD1
-- reads:   episodes, ad1
-- needs:   Episodes, AD1
-- source:  SSDA903 validation rules, 335
-- found:   The adoption record says whether the adopter was the child's foster carer (FOSTER_CARE), and the last placement's type says otherwise.
-- fix:     Use FOSTER_CARE 1 with placements with the current foster carer (A3, A5) and 0 with the others (A4, A6), or correct the placement type.
-- notes:   REC E1 and placement types A1 and A2 are older codes that the rule still names.
-- version: 2022-23
with failing as (
    select e.row_id as episode_row, a.row_id as ad1_row
    from ad1 a
    join episodes e using (child)
    where e.rec in ('E1', 'E11', 'E12')
      and (e.place in ('A2', 'A3', 'A5') and a.foster_care = '0' or e.place in ('A1', 'A4', 'A6') and a.foster_care = '1')
)
select 'Episodes' as module, episode_row as row_id from failing
union all
select 'AD1', ad1_row from failing
