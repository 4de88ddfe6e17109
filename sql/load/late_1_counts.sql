-- title:   How many rows of a late file mean what
-- purpose: Counted from the verdicts of history
select kind::text, occurrence > 1, count(*) from verdict group by 1, 2;
