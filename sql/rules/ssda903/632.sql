-- rule:    632
-- title:   Date of the earlier permanence order is badly formed or is not before the child entered care
-- fields:  DATE_PERM, DECOM
-- reports: Episodes, PrevPerm
-- reads:   first_episodes, prev_perm
-- needs:   Episodes, PrevPerm
-- source:  SSDA903 validation rules, 632
-- found:   The date of the earlier permanence order cannot be read, or is not before the child's first episode.
-- fix:     Give the date as dd/mm/yyyy with ZZ for an unknown day or month and ZZZZ for an unknown year; it must be before the child entered care.
-- notes:   Unknown parts are taken as the latest possible day. The first episode is the one of this year's file, so a period of care begun earlier
--          may be missed. Children without a readable DECOM are not tested.
-- version: 2022-23
with orders as materialized (
    select row_id, child, partial_date(date_perm_text) as latest_day
    from prev_perm
    where date_perm_text is not null
), failing as (
    select e.row_id as episode_row, o.row_id as prev_perm_row
    from orders o
    join first_episodes e using (child)
    where o.latest_day >= e.decom
       or o.latest_day is null
)
select 'Episodes' as module, episode_row as row_id from failing
union all
select 'PrevPerm', prev_perm_row from failing
