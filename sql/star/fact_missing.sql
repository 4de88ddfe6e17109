-- title:   Missing and away: one absence, told by its day and told by the hour
-- purpose: Between the time a child was last seen and the time it was reported, the child was already missing. A record by days alone
--          that begins after the day last seen and not after the day of the report is the same absence, written down by its report
-- into:    star.fact_missing
-- rules:   only a record of days yields, and only to one with clock times: what the return alone tells stays as it tells it
-- edges:   a report on the day the child was last seen needs no rule: both records then have the same key
select *
from told as by_day
where not exists (
    select from told as by_hour
    where by_hour.person_key = by_day.person_key and by_hour.missing = by_day.missing
      and by_hour.reported_at is not null and by_day.reported_at is null
      and by_day.mis_start > by_hour.mis_start
      and by_day.mis_start <= (by_hour.reported_at at time zone 'Europe/London')::date
)
