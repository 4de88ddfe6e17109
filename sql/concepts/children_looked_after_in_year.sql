-- title:   Children looked after at any time in a year
-- purpose: Who has an episode in the year: most modules of a return are asked of these children only.
-- grain:   one row per child and authority
-- inputs:  concepts.episodes_in_year
-- rules:   ssda903-rules.yaml 1012 and EPI: other records belong to children with an episode of care in the return
-- edges:   short_breaks_only: every episode in the year is an agreed series of short breaks (V3, V4), a blank status is not
--          (rule 399); newest_period_start: start of the newest period of care that the year touches
create function concepts.children_looked_after_in_year(year_start date, year_end date)
returns table (person_key bigint, authority smallint, short_breaks_only boolean, newest_period_start date)
language sql stable parallel safe
begin atomic
    select e.person_key, e.authority, bool_and(coalesce(e.ls, '') in ('V3', 'V4')), max(e.period_start)
    from concepts.episodes_in_year(year_start, year_end) e
    group by e.person_key, e.authority;
end;
