-- rule:    607
-- title:   Female child left care during the year but the mother field is blank
-- fields:  DEC, REC, MOTHER, LS, SEX
-- reports: Episodes, Header
-- reads:   episodes, header
-- needs:   Episodes, Header
-- source:  SSDA903 validation rules, 607
-- found:   A girl or young woman left care this year, but it is not said whether she is a mother.
-- fix:     Answer the mother item: 1 if she is a mother, 0 if she is not.
-- notes:   Every episode that ends care is tested, not only the last one. Short breaks (V3, V4) are left out.
-- version: 2022-23
with failing as (
    select e.row_id as episode_row, h.row_id as header_row
    from episodes e
    join header h using (child)
    where e.rec <> 'X1'
      and (e.ls in ('V3', 'V4')) is not true
      and e.dec between :year_start and :year_end
      and h.sex = '2'
      and h.mother is null
)
select 'Episodes' as module, episode_row as row_id from failing
union all
select 'Header', header_row from failing
-- version: 2024-25 female is F, no longer 2
with failing as (
    select e.row_id as episode_row, h.row_id as header_row
    from episodes e
    join header h using (child)
    where e.rec <> 'X1'
      and (e.ls in ('V3', 'V4')) is not true
      and e.dec between :year_start and :year_end
      and h.sex = 'F'
      and h.mother is null
)
select 'Episodes' as module, episode_row as row_id from failing
union all
select 'Header', header_row from failing
