-- rule:    634
-- title:   Previous permanence details entered although the child has not entered care since the item was introduced
-- fields:  LA_PERM, PREV_PERM, DATE_PERM, DECOM
-- reports: Episodes, PrevPerm
-- reads:   episodes, prev_perm
-- needs:   Episodes, PrevPerm
-- source:  SSDA903 validation rules, 634
-- found:   Details of previous permanence are given, but none of the child's episodes starts on or after 1 April 2016, from when they are
--          collected.
-- fix:     Take the details of previous permanence out, or correct the starts of the episodes.
-- notes:   REFERENCE DIFFERS: it has the first day of the collection year in the place of 1 April 2016. All episodes of the child are flagged;
--          children without a readable DECOM are not.
-- version: 2022-23
with in_care_before as (
    select child
    from episodes
    where child is not null
    group by child
    having max(decom) < date '2016-04-01'
), failing as (
    select e.row_id as episode_row, p.row_id as prev_perm_row
    from prev_perm p
    join in_care_before using (child)
    join episodes e using (child)
    where p.prev_perm is not null or p.la_perm is not null or p.date_perm_text is not null
)
select 'Episodes' as module, episode_row as row_id from failing
union all
select 'PrevPerm', prev_perm_row from failing
