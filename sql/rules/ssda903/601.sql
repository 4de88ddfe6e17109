-- rule:    601
-- title:   Child was adopted during the year but the adoption details (AD1) are incomplete
-- fields:  REC, DATE_INT, DATE_MATCH, FOSTER_CARE, NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR
-- reports: AD1, Episodes
-- reads:   episodes, ad1
-- needs:   Episodes, AD1
-- source:  SSDA903 validation rules, 601
-- found:   The child left care by adoption (E11 or E12) this year, but at least one of the adoption items is blank.
-- fix:     Fill all items of the child's adoption record, or correct the reason for which the episode ceased.
-- notes:   An adopted child without any AD1 row is not flagged.
-- version: 2022-23
with failing as (
    select e.row_id as episode_row, a.row_id as ad1_row
    from episodes e
    join ad1 a using (child)
    where e.rec in ('E11', 'E12')
      and e.dec between :year_start and :year_end
      and (a.date_int_text is null or a.date_match_text is null or a.foster_care is null
           or a.nb_adoptr is null or a.sex_adoptr is null or a.ls_adoptr is null)
)
select 'Episodes' as module, episode_row as row_id from failing
union all
select 'AD1', ad1_row from failing
