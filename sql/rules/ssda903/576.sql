-- rule:    576
-- title:   Last year's return has an open missing/away period that does not continue at the start of this year
-- fields:  CHILD
-- reports: Missing
-- reads:   missing, missing_last
-- needs:   Missing, Missing_last
-- source:  SSDA903 validation rules, 576
-- found:   An absence was still open at the end of last year, but the child's first absence of this year does not start on the same day.
-- fix:     Repeat the open absence with the start it had last year and, if it is over, its end.
-- notes:   A child whose open absence is left out altogether this year has no row to flag.
-- version: 2022-23
with first_absence as (
    select distinct on (child) child, row_id, coalesce(mis_start, date '2099-01-01') as mis_start
    from missing
    where child is not null
    order by child, coalesce(mis_start, date '2099-01-01'), row_id
)
select 'Missing' as module, f.row_id
from first_absence f
join missing_last l using (child)
where l.mis_end_text is null
    and l.mis_start <> f.mis_start
