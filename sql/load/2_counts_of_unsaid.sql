-- title:   How many rows of the file mean what
-- purpose: Counted from the verdicts, with the duplicates, which have none. What is unchanged is then done with
-- grain:   one row per kind, apart for further occurrences
with unchanged as (delete from verdict where kind = 'u' returning kind, occurrence)
select kind::text, occurrence > 1, count(*) from verdict where kind <> 'u' group by 1, 2
union all
select kind::text, occurrence > 1, count(*) from unchanged group by 1, 2
union all
select 'd', false, count(*) from landing.{{table}} where {{repeats}} and duplicate
