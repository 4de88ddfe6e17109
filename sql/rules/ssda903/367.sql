-- rule:    367
-- title:   Child had more than 75 days of respite care (V3) in the year
-- fields:  LS, DECOM, DEC
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 367
-- found:   The child's short breaks (V3) add up to more than 75 days in the year.
-- fix:     Correct the dates of the breaks, or record V2 (a single period of accommodation) if the care is no longer a series of short breaks.
-- notes:   QUIRK: the guidance means any twelve months; only the collection year is looked at.
-- version: 2022-23
with breaks as (
    select row_id, child,
        case when dec_text is null or dec > :year_end then :year_end else dec end - greatest(decom, :year_start) as days
    from episodes
    where ls = 'V3'
      and child is not null
      and decom is not null
),
in_year as (
    select row_id, sum(days) over (partition by child) as days_of_child
    from breaks
    where days > 0
)
select 'Episodes' as module, row_id
from in_year
where days_of_child > 75
